import { dateOf } from '../domain/calendar/local-date.js';
import { policyOf, BUILT_IN_POLICIES } from '../domain/campaign-plan/policies.js';
import { resolveWho } from '../domain/campaign-plan/resolve-who.js';
import { dutyOf } from '../domain/campaign/campaign-dates.js';
import type { ReminderRule } from '../domain/deadline/reminder-policy.js';
import { fieldsOf, idOf, listOf, numberOf, textOf, textOrNull } from './api-client.js';
import { day, iso } from './days.js';
import { nominationsOf } from './collect-nominations.js';
import { eachOf } from './each-of.js';
import type { Organisation } from './organisation.js';
import { ADMIN } from './people.js';
import type { Milestone, NoticeSent, ObligationOutcome, Told } from './result.js';
import type { Stage } from './stage.js';

type Item = Readonly<Record<string, unknown>>;
const DAY = 86_400_000;

/** Reads everything the story is judged by, through the same API as everyone. */
export async function collect(
  stage: Stage,
  organisation: Organisation,
): Promise<Told & { milestones: readonly Milestone[] }> {
  const { people, file } = stage;
  const campaign = await people.get(ADMIN, `/api/v1/campaigns/${encodeURIComponent(file.id)}`);
  const notices = await noticesOf(stage, organisation.persons);
  const obligations = await obligationsOf(stage, notices);
  const nominations = await nominationsOf(stage);
  const decisions = await decisionsOf(stage);
  const rounds = [...stage.lists].map(([id, { at, list, waiting }]) => ({
    id,
    status: 'closed',
    listedAt: iso(at),
    list,
    waiting,
  }));
  const told: Told = {
    campaign: { ...campaignOf(stage, campaign), openTasks: await openTasks(stage, organisation.persons) },
    owed: owedOf(stage, organisation, obligations),
    obligations,
    notices,
    rounds: rounds.sort((a, b) => (a.id < b.id ? -1 : 1)),
    nominations,
    decisions,
    published: await publishedOf(stage),
  };
  const plan = await people.get(ADMIN, `/api/v1/campaigns/${encodeURIComponent(file.id)}/plan`);
  return { ...told, milestones: milestonesOf(stage, campaign, plan, told) };
}

const when = (value: unknown): string | null => (typeof value === 'number' ? iso(value) : textOrNull(value));

function campaignOf({ file }: Stage, campaign: Item): Omit<Told['campaign'], 'openTasks'> {
  const opened = fieldsOf(campaign['phasesOpenedAt']);
  const conclusions = fieldsOf(campaign['conclusions']);
  return {
    id: file.id,
    status: textOf(campaign['status']),
    adoptedOn: file.adoptedOn,
    phases: file.phases.map(({ key, gate }) => {
      const review = gate ?? file.reviews.find(({ gates }) => gates === key)?.key ?? null;
      const concluded = review === null ? undefined : fieldsOf(conclusions[review])['at'];
      return { key, openedAt: when(opened[key]), review, concludedAt: when(concluded) };
    }),
  };
}

/** A step of any policy the campaign can name, by its key: whom it speaks to. */
function ruleOf({ file }: Stage, key: string): ReminderRule | undefined {
  const names = [...file.reminderPolicies, ...BUILT_IN_POLICIES].map(({ id }) => id);
  return names.flatMap((name) => policyOf(file, name)?.steps ?? []).find((step) => step.key === key);
}

const REMINDERS = new Set(['task-due', 'task-overdue']);

async function noticesOf(stage: Stage, persons: readonly string[]): Promise<readonly NoticeSent[]> {
  const { people } = stage;
  const mails = (await mailOf(stage)).map((item) => noticeOf(stage, item, textOf(item['recipient']), 'email'));
  const own = await eachOf(persons, async (person) =>
    (await people.list(person, '/api/v1/notices')).map((item) => noticeOf(stage, item, person, 'in-app')),
  );
  const order = (n: NoticeSent): string => [n.time, n.subject, n.step, n.recipient, n.channel].join('|');
  return [...mails, ...own.flat()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Whoever looks on without the right to the mail is told of the notices alone. */
async function mailOf({ people }: Stage): Promise<readonly Item[]> {
  const { items } = await people.get(ADMIN, '/api/v1/permissions');
  const held = listOf(items)
    .map(fieldsOf)
    .find(({ name }) => name === 'mail.read');
  return listOf(held?.['units']).length === 0 ? [] : people.list(ADMIN, '/api/v1/mail');
}

function noticeOf(stage: Stage, item: Item, recipient: string, channel: string): NoticeSent {
  const step = textOf(item['step']);
  const template = textOf(item['template']);
  const base = { subject: textOf(item['subject']), step, template, recipient, channel, time: textOf(item['at']) };
  if (!REMINDERS.has(template)) return base;
  const [, lastDay = '', key = ''] = step.split('/');
  const rule = ruleOf(stage, key);
  const kind = template === 'task-due' ? 'remind' : 'escalate';
  return { ...base, kind, lastDay, ...(rule === undefined ? {} : { to: rule.to }) };
}

async function obligationsOf(stage: Stage, notices: readonly NoticeSent[]): Promise<readonly ObligationOutcome[]> {
  const { people, file } = stage;
  const items = await people.list(ADMIN, `/api/v1/obligations?campaign=${encodeURIComponent(file.id)}`);
  const reminded = new Set(notices.filter(({ kind }) => kind !== undefined).map(({ subject }) => subject));
  return eachOf(items, async (item) => {
    const id = textOf(item['id']);
    const done = textOrNull(item['fulfilledAt']);
    const due = textOf(fieldsOf(item['due'])['lastDay']);
    // Which opening it was done in matters only where somebody was reminded of it.
    const visit = reminded.has(`obligation:${id}`)
      ? numberOf((await people.get(ADMIN, `/api/v1/obligations/${encodeURIComponent(id)}`))['visit'])
      : 1;
    return {
      id,
      unit: idOf(item['unit']),
      key: textOf(item['key']),
      occurrence: textOf(item['occurrence']),
      due,
      status: textOf(item['status']),
      done,
      lateBy: done === null ? null : Math.max(0, (Date.parse(dateOf(Date.parse(done))) - Date.parse(due)) / DAY),
      visit,
    };
  });
}

function owedOf(stage: Stage, organisation: Organisation, obligations: readonly ObligationOutcome[]): Told['owed'] {
  const dues = new Map<string, ObligationOutcome>();
  for (const one of obligations) {
    const of = `${one.key}/${one.occurrence}`;
    const known = dues.get(of);
    if (known === undefined || one.due < known.due) dues.set(of, one);
  }
  return [...dues.values()].flatMap(({ key, occurrence, due }) => {
    const who = dutyOf(stage.file, key)?.who;
    if (who === undefined) return [];
    const { unitIds, clusterIds } = resolveWho(stage.file, who, organisation, day(due));
    return [{ key, occurrence, units: [...unitIds, ...clusterIds].sort() }];
  });
}

async function decisionsOf({ people, file }: Stage): Promise<Told['decisions']> {
  const items = await people.list(ADMIN, `/api/v1/decisions?campaign=${encodeURIComponent(file.id)}`);
  return eachOf(items, async (item) => {
    const id = textOf(item['id']);
    const decision = await people.get(ADMIN, `/api/v1/decisions/${encodeURIComponent(id)}`);
    return {
      id,
      number: textOf(decision['number']),
      date: textOf(decision['date']),
      authority: textOf(decision['authority']),
      nominations: listOf(decision['nominations']).map(textOf),
    };
  });
}

async function publishedOf({ people, file }: Stage): Promise<Told['published']> {
  const items = await people.list(ADMIN, `/api/v1/decisions/published?campaign=${encodeURIComponent(file.id)}`);
  return items
    .flatMap((item) =>
      listOf(item['recipients']).map((recipient) => ({
        decision: textOf(item['number']),
        nomination: textOf(fieldsOf(recipient)['nominationId']),
      })),
    )
    .sort((a, b) => (a.nomination < b.nomination ? -1 : 1));
}

async function openTasks({ people, file }: Stage, persons: readonly string[]): Promise<readonly string[]> {
  const inboxes = await eachOf(persons, (person) => people.inbox(person, file.id));
  return [...new Set(inboxes.flat().map(({ id }) => id))].sort();
}

/** A date of the plan, as the campaign was adopted: the last day of a review or of a round's window. */
function plannedDay(
  plan: Item,
  part: string,
  key: string,
  occurrence: string | undefined,
  name: string,
): string | null {
  const found = listOf(plan[part])
    .map(fieldsOf)
    .find((one) => one['key'] === key);
  const dates = listOf(found?.['occurrences']).map(fieldsOf);
  const date = dates.find((one) => occurrence === undefined || one['key'] === occurrence);
  return textOrNull(date?.[name]);
}

/** What the plan had in store, and when it came. */
function milestonesOf(stage: Stage, campaign: Item, plan: Item, told: Told): readonly Milestone[] {
  const { file } = stage;
  const conclusions = fieldsOf(campaign['conclusions']);
  const launched = campaign['launchedAt'];
  const dayOf = (value: string | null): string | null => (value === null ? null : dateOf(Date.parse(value)));
  const duties = new Map<string, ObligationOutcome[]>();
  for (const one of told.obligations) {
    const of = `obligation:${one.key}/${one.occurrence}`;
    duties.set(of, [...(duties.get(of) ?? []), one]);
  }
  return [
    { key: 'launch', due: file.adoptedOn, reached: typeof launched === 'number' ? dateOf(launched) : null },
    ...told.campaign.phases.map(({ key, openedAt }) => ({
      key: `phase:${key}`,
      due: file.phases.find((phase) => phase.key === key)?.from ?? null,
      reached: dayOf(openedAt),
    })),
    ...file.reviews.map(({ key }) => ({
      key: `review:${key}`,
      due: plannedDay(plan, 'reviews', key, undefined, 'lastDay'),
      reached: dayOf(when(fieldsOf(conclusions[key])['at'])),
    })),
    ...told.rounds.map(({ id, listedAt }) => {
      const [key = '', occurrence = ''] = id.slice(file.id.length + 1).split('.');
      return {
        key: `round:${key}/${occurrence}`,
        due: plannedDay(plan, 'rounds', key, occurrence, 'closes'),
        reached: dayOf(listedAt),
      };
    }),
    ...[...duties].map(([key, all]) => ({
      key,
      due: all.map(({ due }) => due).sort()[0] ?? null,
      reached: all.every(({ done }) => done !== null)
        ? (all
            .map(({ done }) => dayOf(done) ?? '')
            .sort()
            .at(-1) ?? null)
        : null,
    })),
  ];
}
