/** A plan for 500 units over seven years: laid out, asked for, reminded of, and looked at while 20,000 duties stand. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  BIG_PLAN,
  bigOrganisation,
  bigPlanFile,
  communes,
  LAUNCHED_AT,
  personAt,
  WATCHED,
  WATCHED_LAST_DAY,
} from './big-plan.mjs';
import { OFFICES } from './campaign.mjs';
import { closedLoop, now } from './load.mjs';
import { query } from './machine.mjs';
import { load, openWorlds } from './settle.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { Expected } from '../../scripts/lib/say.mjs';

const WORLD = 'ke-hoach-lon';
const SCHEMA = 'vinhdanh_ke_hoach_lon';
const PATIENCE_MS = 600_000;
const LOOK_EVERY_MS = 100;
const SEEDING_CLIENTS = 8;
/** The lead agency's officer has the page open all day. */
const LOOKS_AS = personAt(OFFICES.homeAffairs, 'officer');

const local = (text) => Date.parse(`${text}+07:00`);

async function must(world, actor, name, input) {
  const outcome = await world.ledger.execute({ actor, name, input });
  if (!outcome.ok) throw new Error(`${name} was refused: ${JSON.stringify(outcome.refusal)}`);
}

/** How long it takes to lay the plan out with every unit named, as `campaign plan` and the page of a new campaign do. */
async function planning(dist, organisation, passes) {
  const { planCampaign } = await load(dist, 'libs/domain/campaign-plan/plan.js');
  const { workingCalendar } = await load(dist, 'libs/domain/calendar/working-calendar.js');
  const calendar = workingCalendar(await calendarDays(dist));
  const seconds = [];
  let obligations = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    const began = now();
    const plan = planCampaign(bigPlanFile, calendar, organisation);
    JSON.stringify(plan);
    seconds.push(Number(((now() - began) / 1000).toFixed(3)));
    obligations = plan.obligations
      .flatMap(({ occurrences }) => occurrences)
      .reduce((sum, { parties }) => sum + (parties?.unitIds.length ?? 0), 0);
  }
  return { seconds, obligations };
}

async function calendarDays(dist) {
  const { parseCalendarCsv } = await load(dist, 'libs/domain/calendar/parse-calendar-csv.js');
  return parseCalendarCsv(readFileSync(inRoot('data/calendars/vn.csv'), 'utf8')).days;
}

/**
 * The world of the bench, before any process serves it: organisation, launched campaign, and every duty but the one the
 * engine is watched with, half of them done. By the ledger, as the engine and the units would.
 */
async function seedPlan(bench, database, unitCount) {
  const worlds = await openWorlds(bench.dist, database.url, SEEDING_CLIENTS);
  const { loadOrganisationInto } = await load(bench.dist, 'libs/ledger/load-organisation.js');
  const { datedDuties } = await load(bench.dist, 'libs/domain/engine/campaign-duties.js');
  const { workingCalendar } = await load(bench.dist, 'libs/domain/calendar/working-calendar.js');
  try {
    const createdBy = Object.keys(database.tokens)[0];
    const start = { name: WORLD, clock: Date.parse(LAUNCHED_AT), createdBy, purpose: {}, bare: true };
    const world = await worlds.createRehearsal(start);
    await loadOrganisationInto(world, bigOrganisation(unitCount));
    await must(world, { kind: 'operator' }, 'draftCampaign', { file: bigPlanFile, rulePack: 'L2022-ND152' });
    const decider = { kind: 'person', id: personAt(OFFICES.province, 'decider') };
    const document = { number: '101/KH-UBND', date: '2024-01-04' };
    await must(world, decider, 'launchCampaign', { campaignId: BIG_PLAN, document });

    const { state } = await world.reader.state('campaign', BIG_PLAN);
    const duties = datedDuties(state, workingCalendar(await calendarDays(bench.dist))).filter(
      ({ duty }) => duty.key !== WATCHED,
    );
    const owed = duties.flatMap(({ duty, occurrence }) =>
      communes(unitCount).map((unitId) => ({ campaignId: BIG_PLAN, key: duty.key, occurrence, unitId })),
    );
    await closedLoop(SEEDING_CLIENTS, owed.length, async (i) => {
      await must(world, { kind: 'engine' }, 'openObligation', owed[i]);
      if (i % 2 === 0) return;
      const { campaignId, key, occurrence, unitId } = owed[i];
      const obligationId = [campaignId, key, occurrence, unitId].join('.');
      const officer = { kind: 'person', id: personAt(unitId, 'officer') };
      await must(world, officer, 'fulfilObligation', { obligationId, proof: { kind: 'record' } });
    });
    // As autovacuum leaves a database that has grown over years.
    await query(database.url, 'vacuum (analyze)');
    return { token: await beginSession(world, LOOKS_AS), obligations: owed.length };
  } finally {
    await worlds.close();
  }
}

async function beginSession(world, person) {
  const token = randomBytes(32).toString('base64url');
  await world.pool.query({
    text: `insert into ops_session (token_hash, person_id, expires_at) values ($1, $2, clock_timestamp() + interval '1 day')`,
    values: [createHash('sha256').update(token).digest(), person],
  });
  return token;
}

/** Waits until a count stands where it is to stand; the seconds it took. */
async function until(database, what, text, wanted) {
  const began = now();
  for (;;) {
    const [{ n }] = await query(database.url, text);
    if (n >= wanted) return Number(((now() - began) / 1000).toFixed(2));
    if (now() - began > PATIENCE_MS) throw new Expected(`${what}: ${n} of ${wanted} after ${PATIENCE_MS / 1000} s`);
    await pause(LOOK_EVERY_MS);
  }
}

const FOLLOWED = `select count(*)::int as n from ${SCHEMA}.ops_engine_wait where workflow = 'campaign'
  and waiting_for <> 'first look' and seen_index >= (select count(*) from ${SCHEMA}.ledger_event)
  and not exists (select 1 from ${SCHEMA}.ops_outbox)`;
const OPENED = `select count(*)::int as n from ${SCHEMA}.read_obligation where obligation_key = '${WATCHED}'`;
const reminded = (step) => `select count(distinct n.subject)::int as n from ${SCHEMA}.ops_notice n
  where n.subject like 'obligation:${BIG_PLAN}.${WATCHED}.%' and n.template = 'task-due' and n.step like '%${step}'`;

/** The days around one due date, each from the moment the clock stands there until everyone has been told. */
async function engineAtWork(bench, database, unitCount) {
  const worlds = await openWorlds(bench.dist, database.url, 2);
  try {
    const world = await worlds.open(WORLD);
    const moveTo = (day) => must(world, { kind: 'operator' }, 'moveClock', { to: local(day) });
    // The engine takes the world on, with every fact so far: that is not what is measured.
    await until(database, 'the engine takes the campaign on', FOLLOWED, 1);
    await moveTo('2024-01-09T00:00:00');
    const asked = await until(database, 'the engine asks every unit', OPENED, unitCount);
    const reminders = {};
    for (const [step, day] of [
      ['before-10', '2024-02-23T08:00:00'],
      ['before-3', '2024-03-05T08:00:00'],
      ['before-1', '2024-03-07T08:00:00'],
      ['on-day', `${WATCHED_LAST_DAY}T08:00:00`],
    ]) {
      await moveTo(day);
      reminders[step] = await until(database, `the engine reminds ${step}`, reminded(step), unitCount);
    }
    await moveTo('2024-03-09T00:00:00');
    return { askedSeconds: asked, reminderSeconds: reminders };
  } finally {
    await worlds.close();
  }
}

/**
 * The bench itself: `serve` starts the product on the prepared database and gives the page's figures and the engine's.
 * Half of what is past its day is done, half is late; the watched duty is late everywhere when the page is looked at.
 */
export async function plansBench(bench, database, { unitCount, passes }, serve) {
  const laidOut = await planning(bench.dist, bigOrganisation(unitCount), passes);
  const seeded = await seedPlan(bench, database, unitCount);
  const running = await serve({ token: seeded.token, world: WORLD, campaign: BIG_PLAN }, () =>
    engineAtWork(bench, database, unitCount),
  );
  const planSeconds = laidOut.seconds;
  return {
    units: unitCount,
    obligations: seeded.obligations + unitCount,
    planned: laidOut.obligations,
    planSeconds,
    ...running,
  };
}
