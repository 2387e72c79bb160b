import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import type { HouseholdList } from '../campaign-plan/pledges.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Decision } from '../core/decision.js';
import { seal } from '../core/sealed.js';
import { ref } from '../core/stream.js';
import { COMMITMENT_FACTS, commitmentId, type CommitmentItem, type CommitmentState } from './commitment.stream.js';
import { meansUnit, needsUnits } from './means-unit.js';

export interface KeepHousehold {
  readonly campaignId: string;
  readonly list: string;
  readonly unitId: string;
  readonly householdId: string;
  /** Name of the head of the household. */
  readonly name: string;
  /** What the household has done; what is left out is not done. */
  readonly done: readonly { readonly item: string; readonly on?: string | undefined }[];
  /** The version this one replaces, as the person saw it; left out for the first. */
  readonly number?: number | undefined;
}

/** Keys of the items in order; where the document only counts them they go by number, `1` to `21`. */
export const itemKeys = ({ items, count }: HouseholdList): readonly string[] =>
  items === undefined ? Array.from({ length: count }, (_, i) => String(i + 1)) : items.map(({ key }) => key);

function refuseItems(keys: readonly string[], done: KeepHousehold['done'], today: string): Decision | undefined {
  for (const [i, { item, on }] of done.entries()) {
    const isTwice = done.findIndex((one) => one.item === item) < i;
    if (isTwice || !keys.includes(item))
      return refuse('INVALID_INPUT', { field: `done.${i}.item`, params: { id: item } });
    if (on !== undefined && !isLocalDate(on)) return refuse('DATE_INVALID', { field: `done.${i}.on` });
    if (on !== undefined && on > today)
      return refuse('DATE_IN_FUTURE', { field: `done.${i}.on`, params: { date: on } });
  }
  return undefined;
}

const isSame = (before: CommitmentState, items: readonly CommitmentItem[]): boolean =>
  before.items.length === items.length &&
  before.items.every(({ done, doneOn }, i) => done === items[i]?.done && doneOn === items[i].doneOn);

/**
 * The officer of a unit keeps the list of one household: which of the campaign's items it has done, and when. Each change
 * is a fact, so the completion of a day can always be told; nothing is ever ticked off twice.
 */
export const keepHousehold: CommandSpec<KeepHousehold> = {
  needs: (c, have) => [
    ref('campaign', c.campaignId),
    ref('commitment', commitmentId(c.campaignId, c.list, 'once', `${c.unitId}.${c.householdId}`)),
    ...needsUnits(have, c.unitId),
  ],
  decide(c, have, { actor, now }) {
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const list = campaign.file.householdLists?.find(({ key }) => key === c.list);
    if (list === undefined) return refuse('NOT_FOUND', { field: 'list', params: { id: c.list } });
    const grant = permit(actor, 'household.keep', [c.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'household.keep' } });
    const today = dateOf(now);
    if (!meansUnit(have, campaign.file, list.who, c.unitId, today))
      return refuse('UNIT_NOT_IN_SCOPE', { field: 'unitId', params: { id: c.unitId, date: today } });
    const keys = itemKeys(list);
    const refused = refuseItems(keys, c.done, today);
    if (refused !== undefined) return refused;
    if (c.name.trim() === '') return refuse('INVALID_INPUT', { field: 'name' });
    const subjectId = `${c.unitId}.${c.householdId}`;
    const id = commitmentId(c.campaignId, c.list, 'once', subjectId);
    const before = have.state('commitment', id);
    const items = keys.map((key): CommitmentItem => {
      const ticked = c.done.find(({ item }) => item === key);
      const known = before?.items.find((item) => item.key === key);
      if (ticked === undefined) return { key, done: false };
      return { key, done: true, doneOn: ticked.on ?? (known?.done === true ? known.doneOn : today) };
    });
    if (before !== undefined && isSame(before, items)) return refuse('ALREADY_DONE', { params: { status: 'kept' } });
    if ((c.number ?? 0) !== (before?.number ?? 0))
      return refuse('STALE_VERSION', { field: 'number', params: { seen: c.number ?? 0, now: before?.number ?? 0 } });
    const payload = {
      campaignId: c.campaignId,
      rule: c.list,
      occurrence: 'once',
      unitId: c.unitId,
      subjectId,
      name: seal(`household/${subjectId}`, c.name),
      items,
    };
    return accept(grant, [{ stream: ref('commitment', id), type: COMMITMENT_FACTS.kept, payload }], {
      result: { commitmentId: id, done: c.done.length, total: keys.length },
    });
  },
};
