import { isLocalDate, yearOf } from '../calendar/local-date.js';
import type { CampaignAct } from '../campaign/campaign.commands.js';
import { dutiesOfKind } from '../campaign/campaign-dates.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import type { Ask, CommandSpec, Have } from '../core/decision.js';
import type { DocumentNumber } from '../core/document-date.js';
import { ref, type StreamRef } from '../core/stream.js';
import { occurrences } from '../deadline/due.js';
import { obligationId, type ObligationState } from './obligation.stream.js';
import { fulfilled } from './owed.js';

/**
 * A lower unit's own campaign is its plan to carry out the one above: its launching document is what the unit owes there
 * (ban hành kế hoạch triển khai), whichever of the two comes first.
 */

export const PLAN_KIND = 'implementing-plan';

/** Every obligation to issue a plan the unit may have in the campaign. */
const plansOf = ({ file }: CampaignState, unitId: string): readonly StreamRef<'obligation'>[] =>
  dutiesOfKind(file, PLAN_KIND).flatMap(({ key, due }) => {
    const keys = occurrences(due).map((occurrence) => occurrence.key);
    return (keys.length === 0 ? ['once'] : keys).map((occurrence) =>
      ref('obligation', obligationId(file.id, key, occurrence, unitId)),
    );
  });

/** The plans of the parent its issuer may owe, once the parent is loaded; before that the parent itself. */
function owedAbove(have: Have, campaignId: string): readonly StreamRef[] {
  const file = have.state('campaign', campaignId)?.file;
  const above = file?.parent?.campaign;
  if (file === undefined || above === undefined) return [];
  const parent = have.state('campaign', above);
  return [ref('campaign', above), ...(parent === undefined ? [] : plansOf(parent, file.roles.issuer.unit))];
}

interface Open {
  readonly id: string;
  readonly state: ObligationState;
}

const openAmong = (have: Have, refs: readonly StreamRef[]): readonly Open[] =>
  refs.flatMap(({ kind, id }) => {
    const state = kind === 'obligation' ? have.state('obligation', id) : undefined;
    return state?.status === 'open' ? [{ id, state }] : [];
  });

/** The launch of a campaign, which fulfils the earliest plan its issuer still owes the campaign above. */
export function carryingOut<C extends CampaignAct & { readonly document: DocumentNumber }>(
  spec: CommandSpec<C>,
): CommandSpec<C> {
  return {
    ...spec,
    needs: (command, have) => [...spec.needs(command, have), ...owedAbove(have, command.campaignId)],
    decide(command, have, context) {
      const decision = spec.decide(command, have, context);
      const above = have.state('campaign', have.state('campaign', command.campaignId)?.file.parent?.campaign ?? '');
      if (!decision.ok || above?.status !== 'running') return decision;
      const open = openAmong(have, owedAbove(have, command.campaignId));
      const first = [...open].sort((a, b) => a.state.due.at - b.state.due.at || (a.id < b.id ? -1 : 1))[0];
      if (first === undefined) return decision;
      const { number, date } = command.document;
      const proof = { kind: 'document', number, date } as const;
      return { ...decision, events: [...decision.events, fulfilled(first.id, first.state, proof, context.now)] };
    },
  };
}

/** Asks for the campaigns a unit has launched under this one, where that is what a duty of this kind is about. */
export const askLaunchedUnder = (kind: string | undefined, campaignId: string, unitId: string): readonly Ask[] =>
  kind === PLAN_KIND ? [{ ask: 'launchedUnder', campaignId, unitId }] : [];

/** The document of a campaign the unit launched before it was asked for its plan, where that covers the year of the due date. */
export function launchedBefore(
  have: Have,
  asks: readonly Ask[],
  lastDay: string,
): { readonly number: string; readonly date: string } | undefined {
  const year = isLocalDate(lastDay) ? yearOf(lastDay) : 0;
  const covering = asks
    .flatMap((ask) => have.answer(ask))
    .find((row) => Number(row['from_year']) <= year && year <= Number(row['to_year']));
  return covering === undefined ? undefined : { number: String(covering['number']), date: String(covering['date']) };
}
