import { defineSearchAttributeKey } from '@temporalio/common';

/** What workflows are found by; registered with the namespace when the server is prepared. */
export const SEARCH_ATTRIBUTES = {
  world: defineSearchAttributeKey('World', 'KEYWORD'),
  campaign: defineSearchAttributeKey('Campaign', 'KEYWORD'),
  stage: defineSearchAttributeKey('Stage', 'KEYWORD'),
  dueAt: defineSearchAttributeKey('DueAt', 'DATETIME'),
} as const;
