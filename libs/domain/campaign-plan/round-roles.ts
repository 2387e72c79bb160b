import type { CampaignFile } from './campaign.js';

/**
 * Who plays which part in an award round: the round says whose part it is to collect and give the lead opinion, to appraise,
 * and to decide. A round the file does not have (any more) is played by the campaign's own parts.
 */
export function rolesInRound({ rounds, roles }: CampaignFile, key: string): CampaignFile['roles'] {
  const round = rounds.find((one) => one.key === key);
  return round === undefined
    ? roles
    : {
        ...roles,
        leadAgency: roles[round.leads],
        homeAffairs: roles[round.appraises],
        decider: roles[round.decides],
      };
}
