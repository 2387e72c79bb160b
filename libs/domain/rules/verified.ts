import type { RuleRow } from './rows.js';

/** Verified, or verified for an instrument that has ended; and it says where. Only such a row may refuse anything. */
export const mayBeEnforced = (row: Pick<RuleRow, 'confidence' | 'source' | 'to'>): boolean =>
  row.source !== undefined && (row.confidence === 'V' || (row.confidence === 'VH' && row.to !== undefined));
