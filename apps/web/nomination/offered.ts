import { isFormed, type OfferedAct } from '../acts/act-forms.js';
import type { NominationShown, PossibleAct } from '../shared/api/answers.js';

/** Acts that speak of several dossiers at once; here of this one. */
function given(nomination: NominationShown, { command, visit }: PossibleAct): OfferedAct['given'] {
  const seen = [{ nominationId: nomination.id, visit }];
  if (command === 'issueDecision') return { nominations: seen };
  if (command === 'conveneSession')
    return { campaignId: nomination.campaign.id, councilId: nomination.roles.council.id, agenda: seen };
  // One higher decision ends one visit: pressing twice records the same one.
  if (command === 'recordHigherDecision') return { decisionId: `${nomination.id}.${String(visit)}`, visit };
  return undefined;
}

/** Of the dossier at large: the api takes no visit with them. */
const WITHOUT_VISIT: readonly string[] = [
  'submitNomination',
  'withdrawNomination',
  'holdNomination',
  'releaseNomination',
  'revokeAward',
  'restoreAward',
];

/** What the reader can do with a dossier now, each with its form. */
export function offeredActs(nomination: NominationShown): readonly OfferedAct[] {
  return nomination.acts.flatMap((act) => {
    const { command, href, visit } = act;
    if (!isFormed(command)) return [];
    const more = given(nomination, act);
    const takesVisit = visit !== undefined && more === undefined && !WITHOUT_VISIT.includes(command);
    return [
      {
        command,
        href,
        unit: nomination.roles.decider.id,
        ...(takesVisit ? { visit } : {}),
        ...(more === undefined ? {} : { given: more }),
      },
    ];
  });
}
