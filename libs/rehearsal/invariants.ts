import type { InvariantOutcome, NominationEvent, NoticeSent, Told } from './result.js';

/** An invariant names what breaks it; nothing named, it holds. */
type Invariant = (told: Told) => readonly string[];

const DAY = 86_400_000;
const ZONE = 7 * 3_600_000;
/** The instant after the last day on time, Asia/Ho_Chi_Minh. */
const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - ZONE + DAY;
const startOf = (day: string): number => endOf(day) - DAY;
const at = (iso: string): number => Date.parse(iso);

const isReminder = ({ kind }: NoticeSent): boolean => kind !== undefined;
const visitOf = ({ step }: NoticeSent): number => Number(step.split('/')[0]);

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

const oneObligation: Invariant = ({ owed, obligations }) => {
  const twice = repeated(obligations.map(({ key, occurrence, unit }) => `${key}/${occurrence}/${unit} twice`));
  const asked = new Set(obligations.map(({ key, occurrence, unit }) => `${key}/${occurrence}/${unit}`));
  const missing = owed.flatMap(({ key, occurrence, units }) =>
    units.map((unit) => `${key}/${occurrence}/${unit}`).filter((id) => !asked.has(id)),
  );
  return [...twice, ...missing.map((id) => `${id} missing`)];
};

const notRemindedTwice: Invariant = ({ notices }) =>
  repeated(notices.filter(isReminder).map((n) => `${n.subject} ${n.step} ${n.recipient} ${n.channel}`));

/** Ends of the openings of a nomination's steps, by visit. */
function closings(events: readonly NominationEvent[]): ReadonlyMap<number, number> {
  return new Map(
    events.flatMap(({ type, visit, at: when }) =>
      CLOSES.has(type) && visit !== undefined ? [[visit, at(when)] as const] : [],
    ),
  );
}
const CLOSES = new Set([
  'stepEnded',
  'nominationReturned',
  'nominationResubmitted',
  'nominationHeld',
  'nominationDeclined',
  'nominationRecognised',
  'nominationSubmittedUpward',
  'nominationPublished',
  'nominationArchived',
]);

const nothingAfterDone: Invariant = ({ obligations, nominations, notices }) => {
  const doneAt = new Map<string, number>();
  for (const { id, done, visit } of obligations) if (done !== null) doneAt.set(`obligation:${id}/${visit}`, at(done));
  for (const { id, events } of nominations)
    for (const [visit, when] of closings(events)) doneAt.set(`nomination:${id}/${visit}`, when);
  return notices
    .filter(isReminder)
    .filter((n) => at(n.time) > (doneAt.get(`${n.subject}/${visitOf(n)}`) ?? Infinity))
    .map((n) => `${n.subject} ${n.step} to ${n.recipient} at ${n.time}`);
};

const ORDER = ['unit-head', 'lead-agency', 'standing-body'];

const escalationInOrder: Invariant = ({ notices }) => {
  const escalations = notices.filter(({ kind }) => kind === 'escalate');
  const early = escalations
    .filter(({ time, lastDay }) => lastDay !== undefined && at(time) < endOf(lastDay))
    .map((n) => `${n.subject} ${n.step} before its last day ${n.lastDay ?? ''}`);
  const first = new Map<string, (number | undefined)[]>();
  for (const n of escalations) {
    const of = `${n.subject}/${visitOf(n)}/${n.lastDay ?? ''}`;
    const known = first.get(of) ?? [];
    const rank = ORDER.indexOf(n.to ?? '');
    known[rank] = Math.min(known[rank] ?? Infinity, at(n.time));
    first.set(of, known);
  }
  const disordered = [...first]
    .filter(([, times]) => {
      const given = times.filter((time) => time !== undefined);
      return given.some((time, i) => i > 0 && time < (given[i - 1] ?? 0));
    })
    .map(([of]) => `${of} out of order`);
  return [...early, ...disordered];
};

const nothingBeforeAdoption: Invariant = ({ campaign, notices }) =>
  notices
    .filter(isReminder)
    .filter(({ time, lastDay }) => {
      const adopted = startOf(campaign.adoptedOn);
      return at(time) < adopted || (lastDay !== undefined && endOf(lastDay) <= adopted);
    })
    .map((n) => `${n.subject} ${n.step} at ${n.time}`);

const phaseAfterConclusion: Invariant = ({ campaign }) =>
  campaign.phases
    .filter(({ review, openedAt }) => review !== null && openedAt !== null)
    .filter(({ openedAt, concludedAt }) => concludedAt === null || at(openedAt ?? '') < at(concludedAt))
    .map(({ key, review }) => `${key} opened before the conclusion of ${review ?? ''}`);

const AWARDED = ['recognised', 'published', 'archived', 'revoked'];

const oneDecisionWholeRoute: Invariant = ({ nominations, decisions }) =>
  nominations.flatMap(({ id, outcome, route, expectedRoute }) => {
    const steps = route.map(({ step }) => step);
    const walked = steps.every((step, i) => step === expectedRoute[i]) ? [] : [`${id} walked ${steps.join(' > ')}`];
    if (!AWARDED.includes(outcome)) return walked;
    const named = decisions.filter((decision) => decision.nominations.includes(id)).length;
    const whole = outcome === 'archived' && steps.length < expectedRoute.length ? [`${id} skipped steps`] : [];
    return [...walked, ...whole, ...(named === 1 ? [] : [`${id} stands in ${named} decisions`])];
  });

/** The first step that is passed is the receipt: there, or handing it in again later, somebody says why a paper is missing. */
const papersOrReason: Invariant = ({ nominations }) =>
  nominations.flatMap(({ id, outcome, lacking, events }) => {
    const received = events.findIndex(({ type, step }) => type === 'stepEnded' && step !== 'confirmation');
    const isSaid = events.some(
      ({ type, hasReason }, i) =>
        hasReason === true && (i === received || (i > received && type === 'nominationResubmitted')),
    );
    return lacking.length === 0 || !AWARDED.includes(outcome) || isSaid
      ? []
      : [`${id} was decided without ${lacking.join(', ')}, and nobody said why`];
  });

interface Pause {
  readonly from: number;
  readonly to: number;
  readonly visit: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Times in which the clock of a step stood still: from a return to the supplement, from a hold to the release. */
function pauses(events: readonly NominationEvent[]): readonly Pause[] {
  const found: Pause[] = [];
  let open: Omit<Pause, 'to' | 'after'> | undefined;
  let lastDay: string | undefined;
  for (const event of events) {
    const { type } = event;
    if (open === undefined && (type === 'nominationReturned' || type === 'nominationHeld'))
      open = { from: at(event.at), visit: event.visit ?? 0, before: lastDay };
    else if (open !== undefined && (type === 'nominationResubmitted' || type === 'nominationReleased')) {
      found.push({ ...open, to: at(event.at), after: event.lastDay });
      open = undefined;
    } else if (open !== undefined && type === 'nominationWithdrawn') open = undefined;
    if (type !== 'taskReminded') lastDay = event.lastDay;
  }
  return found;
}

const clocksStopped: Invariant = ({ nominations, notices }) =>
  nominations.flatMap(({ id, events }) =>
    pauses(events).flatMap(({ from, to, visit, before, after }) => {
      const sent = notices
        .filter((n) => isReminder(n) && n.subject === `nomination:${id}` && visitOf(n) <= visit)
        .filter(({ time }) => at(time) > from && at(time) < to)
        .map((n) => `${id}: ${n.step} while its clock stood still`);
      const shortened =
        before !== undefined && after !== undefined && after < before
          ? [`${id}: due ${after} after a pause, ${before} before it`]
          : [];
      return [...sent, ...shortened];
    }),
  );

const publicList: Invariant = ({ nominations, published }) => {
  const listed = new Set(published.map(({ nomination }) => nomination));
  const right = new Set(
    nominations.filter(({ outcome }) => ['published', 'archived'].includes(outcome)).map((n) => n.id),
  );
  return [
    ...[...listed].filter((id) => !right.has(id)).map((id) => `${id} is listed but not published`),
    ...[...right].filter((id) => !listed.has(id)).map((id) => `${id} is published but not listed`),
    ...repeated(published.map(({ nomination }) => nomination)).map((id) => `${id} is listed twice`),
  ];
};

/** Status a nomination had right before an instant. */
function statusAt(events: readonly NominationEvent[], instant: number): string | undefined {
  return events.filter((event) => at(event.at) <= instant && event.status !== undefined).at(-1)?.status;
}
const GONE = ['draft', 'declined', 'withdrawn', 'revoked'];

const submissionLists: Invariant = ({ rounds, nominations }) =>
  rounds.flatMap(({ id, listedAt, list, waiting }) => {
    if (listedAt === null) return [];
    const named = [...list, ...waiting];
    const missing = nominations
      .filter((n) => n.round === id && !GONE.includes(statusAt(n.events, at(listedAt)) ?? 'draft'))
      .filter((n) => !named.includes(n.id));
    return [...missing.map((n) => `${id} lacks ${n.id}`), ...repeated(named).map((n) => `${id} names ${n} twice`)];
  });

const historiesComplete: Invariant = ({ nominations }) =>
  nominations.flatMap(({ id, events, outcome }) => {
    const gap = events.find(({ version }, i) => version !== i + 1);
    const disorder = events.find(
      ({ logIndex }, i) => logIndex === null || (i > 0 && logIndex <= (events[i - 1]?.logIndex ?? 0)),
    );
    const last = events.filter(({ status }) => status !== undefined).at(-1)?.status;
    return [
      ...(gap === undefined ? [] : [`${id}: version ${gap.version} out of turn`]),
      ...(disorder === undefined ? [] : [`${id}: ${disorder.type} out of the order of the log`]),
      ...(last === outcome ? [] : [`${id}: history ends ${last ?? 'nowhere'}, list says ${outcome}`]),
    ];
  });

const closedHasNoTask: Invariant = ({ campaign }) =>
  campaign.status === 'closed' || campaign.status === 'archived' ? campaign.openTasks : [];

/** What must hold of every rehearsal, by name. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'one-obligation-per-unit-and-occurrence': oneObligation,
  'nobody-reminded-twice': notRemindedTwice,
  'no-reminder-after-done': nothingAfterDone,
  'escalation-after-due-and-in-order': escalationInOrder,
  'no-reminder-before-adoption': nothingBeforeAdoption,
  'phase-opens-after-conclusion': phaseAfterConclusion,
  'award-has-one-decision-and-whole-route': oneDecisionWholeRoute,
  'required-papers-or-a-reason': papersOrReason,
  'clocks-stand-still-in-returns-and-holds': clocksStopped,
  'public-list-is-published-decisions': publicList,
  'submission-list-is-complete': submissionLists,
  'history-is-complete': historiesComplete,
  'closed-campaign-has-no-open-task': closedHasNoTask,
};

const SHOWN = 5;

/** Every invariant judged; what breaks one is named, the first few of it. */
export function judge(told: Told): readonly InvariantOutcome[] {
  return Object.entries(INVARIANTS).map(([name, broken]) => {
    const found = broken(told);
    const more = found.length > SHOWN ? ` … ${found.length}` : '';
    return { name, holds: found.length === 0, detail: found.slice(0, SHOWN).join('; ') + more };
  });
}
