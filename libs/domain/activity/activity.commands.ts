import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { askFiles, attach, isAttached, type GivenFile } from '../attachment/attachment.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { ActivityAsked } from '../campaign-plan/organising.js';
import type { ActivityKind, ContributionKind, SubjectKind } from '../campaign-plan/vocabulary.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent } from '../core/stream.js';
import { dueOn, resolveWithin } from '../deadline/due.js';
import { askHolders, everyoneAt } from '../obligation/owed.js';
import { refuseSucceeded } from '../succession/refuse-succeeded.js';
import { planTask } from '../task/plan-task.js';
import { ACTIVITY_FACTS, type Quantity } from './activity.stream.js';

export interface RecordActivity {
  readonly activityId: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly result?: string | undefined;
  readonly from: string;
  readonly to?: string | undefined;
  readonly obligation?: string | undefined;
  readonly content?: string | undefined;
  /** Who leads where several take part; the unit itself when left out. */
  readonly lead?: string | undefined;
  readonly partners?: readonly string[] | undefined;
  readonly concerned?: readonly string[] | undefined;
  readonly quantities?: readonly Quantity[] | undefined;
  readonly documents?: readonly DocumentNumber[] | undefined;
  readonly files?: readonly GivenFile[] | undefined;
  readonly contribution?:
    | {
        readonly kind: ContributionKind;
        readonly amount: number;
        readonly unit: string;
        readonly source: { readonly kind: SubjectKind; readonly id: string; readonly name: string };
        readonly receiver?: string | undefined;
      }
    | undefined;
  /** The authority that is asked to confirm it. */
  readonly confirmer?: string | undefined;
  readonly followUp?: { readonly unitId: string; readonly lastDay: string; readonly text: string } | undefined;
}

/** Days an authority gets to confirm an activity. A product default, shown as to be confirmed. */
const DAYS_TO_CONFIRM = 10;

export const activityEvent = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('activity', id),
  type,
  payload,
});

/** The units an activity names beside the one that records it, each with the field it stands in. */
const namedUnits = (c: RecordActivity): readonly (readonly [field: string, unit: string])[] => [
  ...(c.lead === undefined ? [] : [['lead', c.lead] as const]),
  ...(c.partners ?? []).map((unit, i) => [`partners.${i}`, unit] as const),
  ...(c.concerned ?? []).map((unit, i) => [`concerned.${i}`, unit] as const),
  ...(c.contribution?.receiver === undefined ? [] : [['contribution.receiver', c.contribution.receiver] as const]),
  ...(c.confirmer === undefined ? [] : [['confirmer', c.confirmer] as const]),
  ...(c.followUp === undefined ? [] : [['followUp.unitId', c.followUp.unitId] as const]),
];

/** Partners and units it was about are told; those with a task see it in their inbox and are told too. */
const toldQueues = (c: RecordActivity): readonly string[] =>
  [...new Set(namedUnits(c).map(([, unit]) => unit))]
    .filter((unit) => unit !== c.unitId)
    .map((unit) => queueOf(unit, 'officer'));

/** What the campaign asks for under the duty or content; undefined where it says nothing of activities. */
function askedFor(file: CampaignFile, c: RecordActivity): readonly ActivityAsked[] | undefined {
  const duty = file.obligations.find(({ key }) => key === c.obligation);
  return duty?.activities ?? file.contents.find(({ key }) => key === c.content)?.activities;
}

function refuseNode(file: CampaignFile, c: RecordActivity): Decision | undefined {
  const { obligation, content } = c;
  if (obligation !== undefined && !file.obligations.some(({ key }) => key === obligation))
    return refuse('NOT_FOUND', { field: 'obligation', params: { id: obligation } });
  if (content !== undefined && !file.contents.some(({ key }) => key === content))
    return refuse('NOT_FOUND', { field: 'content', params: { id: content } });
  const asked = askedFor(file, c);
  const own = asked?.find(({ kind }) => kind === c.kind);
  if (asked !== undefined && own === undefined)
    return refuse('INVALID_INPUT', { field: 'kind', params: { kind: c.kind } });
  const counted = own?.quantities;
  const wrong = (c.quantities ?? []).findIndex(
    ({ key, unit }) => counted !== undefined && !counted.some((one) => one.key === key && one.unit === unit),
  );
  return wrong < 0 ? undefined : refuse('INVALID_INPUT', { field: `quantities.${wrong}.key` });
}

function refuseDays(c: RecordActivity, now: number): Decision | undefined {
  const to = c.to ?? c.from;
  if (!isLocalDate(c.from)) return refuse('DATE_INVALID', { field: 'from' });
  if (!isLocalDate(to) || to < c.from) return refuse('DATE_INVALID', { field: 'to' });
  return to > dateOf(now)
    ? refuse('DATE_IN_FUTURE', { field: 'to', params: { date: to, today: dateOf(now) } })
    : undefined;
}

function refuseContents(c: RecordActivity, now: number): Decision | undefined {
  if (c.title.trim() === '') return refuse('INVALID_INPUT', { field: 'title' });
  const isContribution = c.kind === 'contribution';
  if (isContribution !== (c.contribution !== undefined)) return refuse('INVALID_INPUT', { field: 'contribution' });
  if (c.contribution !== undefined && !(c.contribution.amount > 0))
    return refuse('INVALID_INPUT', { field: 'contribution.amount' });
  // Nobody confirms their own contribution.
  if (c.confirmer === c.unitId) return refuse('INVALID_INPUT', { field: 'confirmer' });
  const negative = (c.quantities ?? []).findIndex(({ value }) => !(value >= 0));
  if (negative >= 0) return refuse('INVALID_INPUT', { field: `quantities.${negative}.value` });
  for (const [i, document] of (c.documents ?? []).entries()) {
    const refused = refuseDocument(document, now, `documents.${i}`);
    if (refused !== undefined) return refused;
  }
  if (c.followUp === undefined) return undefined;
  if (c.followUp.text.trim() === '') return refuse('INVALID_INPUT', { field: 'followUp.text' });
  if (!isLocalDate(c.followUp.lastDay)) return refuse('DATE_INVALID', { field: 'followUp.lastDay' });
  return dueOn(c.followUp.lastDay).at <= now
    ? refuse('DEADLINE_IN_PAST', { field: 'followUp.lastDay', params: { date: c.followUp.lastDay } })
    : undefined;
}

/**
 * Records what a unit did under a campaign: communication, inspection, urging, coordination, training, a field visit, a
 * contribution. It may cite the duty or content it carries out, ask an authority to confirm it, and leave something to
 * be followed up by a day (Asia/Ho_Chi_Minh). Activities of a continuous duty are its proof. Refuses days to come, units
 * and nodes that do not exist, and kinds and counts the campaign does not ask for where it says which.
 */
export const recordActivity: CommandSpec<RecordActivity> = {
  needs: (c) => [
    ref('activity', c.activityId),
    ref('campaign', c.campaignId),
    ref('unit', c.unitId),
    ...namedUnits(c).map(([, unit]) => ref('unit', unit)),
  ],
  asks: (c) => [...askFiles(c.files ?? []), ...askHolders(toldQueues(c))],
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'activity.record', [c.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'activity.record' } });
    if (have.state('activity', c.activityId) !== undefined) return refuse('ALREADY_EXISTS', { field: 'activityId' });
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const refused =
      refuseUnits(c, have, now) ?? refuseDays(c, now) ?? refuseNode(campaign.file, c) ?? refuseContents(c, now);
    if (refused !== undefined) return refused;
    const key = `activity/${c.activityId}`;
    const files = attach(have, c.files ?? [], key, 'files');
    if (!isAttached(files)) return files;

    const confirmation =
      c.confirmer === undefined
        ? []
        : [
            planTask({
              visit: 1,
              step: 'activity-confirmation',
              kind: 'confirm-activity',
              queue: queueOf(c.confirmer, 'officer'),
              unitId: c.unitId,
              due: resolveWithin(DAYS_TO_CONFIRM, 'working', now, calendar),
              amount: DAYS_TO_CONFIRM,
              advisory: true,
              now,
              calendar,
            }),
          ];
    const visit = confirmation.length + 1;
    const { followUp } = c;
    const following =
      followUp === undefined || !isLocalDate(followUp.lastDay)
        ? []
        : [
            planTask({
              visit,
              step: 'activity-follow-up',
              kind: 'follow-up-activity',
              queue: queueOf(followUp.unitId, 'officer'),
              unitId: followUp.unitId,
              due: dueOn(followUp.lastDay),
              now,
              calendar,
            }),
          ];
    const contribution =
      c.contribution === undefined
        ? {}
        : {
            contribution: {
              ...c.contribution,
              source: {
                ...c.contribution.source,
                name: seal(`subject/${c.contribution.source.id}`, c.contribution.source.name),
              },
            },
          };
    const payload = {
      campaignId: c.campaignId,
      unitId: c.unitId,
      kind: c.kind,
      title: seal(key, c.title),
      ...(c.result === undefined || c.result === '' ? {} : { result: seal(key, c.result) }),
      from: c.from,
      to: c.to ?? c.from,
      obligation: c.obligation,
      content: c.content,
      lead: c.lead ?? c.unitId,
      partners: c.partners ?? [],
      concerned: c.concerned ?? [],
      quantities: c.quantities ?? [],
      documents: c.documents ?? [],
      files,
      ...contribution,
      confirmer: c.confirmer,
      ...(followUp === undefined ? {} : { followUp: { visit, text: seal(key, followUp.text) } }),
      tasks: [...confirmation, ...following],
    };
    const notices = tell(everyoneAt(have, toldQueues(c)), {
      subject: ref('activity', c.activityId),
      step: 'recorded',
      template: 'activity-recorded',
      params: { activityId: c.activityId, campaignId: c.campaignId, kind: c.kind, unitId: c.unitId },
    });
    return accept(grant, [activityEvent(c.activityId, ACTIVITY_FACTS.recorded, payload)], {
      notices,
      result: { activityId: c.activityId },
    });
  },
};

function refuseUnits(c: RecordActivity, have: Have, now: number): Decision | undefined {
  const own = have.state('unit', c.unitId);
  if (own === undefined) return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
  const unknown = namedUnits(c).find(([, unit]) => have.state('unit', unit) === undefined);
  if (unknown !== undefined) return refuse('UNKNOWN_UNIT', { field: unknown[0], params: { id: unknown[1] } });
  return refuseSucceeded(own, c.unitId, now);
}
