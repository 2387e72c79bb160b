/** The parts of a campaign's page; the first one when the address names none. */
export const CAMPAIGN_PARTS = ['overview', 'units', 'late', 'targets', 'content', 'questions', 'rehearsals'] as const;
export type CampaignPart = (typeof CAMPAIGN_PARTS)[number];

export interface CampaignSearch {
  readonly part?: CampaignPart;
}

export function readCampaignSearch(given: Readonly<Record<string, unknown>>): CampaignSearch {
  const part = CAMPAIGN_PARTS.find((one) => one === given['part']);
  return part === undefined ? {} : { part };
}
