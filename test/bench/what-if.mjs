/** All nominations of a campaign judged by other rules beside their own, in process, as the api and the command line do it. */
import { draftOf, personOf, CAMPAIGN } from './campaign.mjs';
import { load, openWorlds } from './settle.mjs';

const AWARDS = ['CSTDCS', 'BKT', 'BKTTG', 'CSTDT'];
const VALUES = {
  grade: 'HOAN_THANH_XUAT_SAC',
  'standard.advanced': true,
  'initiative.scope': 'province',
  'topic.accepted': false,
  'combat.resourceful': false,
  'achievement.awarded': false,
  'discipline.open': false,
  'investigation.open': false,
  'inspection.open': false,
  'complaint.open': false,
  'discipline.endedOn': null,
};

/** Copies one dossier the product wrote, each with another person, award and facts, and five titles in the register. */
const COPIES = `insert into read_nomination (id, version, state, campaign_id, round_id, unit_id, subject_id, award_code, status, updated_at)
  select 'w-' || i, version, state || jsonb_build_object(
      'awardCode', ($2::text[])[1 + i % 4],
      'subject', jsonb_build_object('kind', 'individual', 'id', 'w-' || i, 'name', state -> 'subject' -> 'name'),
      'facts', jsonb_build_object('year', 2025, 'kind', 'CONG_TRANG',
        'values', $3::jsonb || jsonb_build_object('initiative.recognised', i % 3 = 0))),
    campaign_id, round_id || i, unit_id, 'w-' || i, ($2::text[])[1 + i % 4], 'open', updated_at
  from (select * from read_nomination limit 1) n, generate_series(1, $1::int) i`;
const TITLES = `insert into read_award (id, version, state, subject_id, what, award_code, year, status, decided_on, number)
  select 'w-' || i || '-' || y, 1, jsonb_build_object(
      'subject', jsonb_build_object('kind', 'individual', 'id', 'w-' || i),
      'entry', jsonb_build_object('what', 'award', 'award', 'CSTDCS', 'kind', 'CONG_TRANG', 'level', 'CS'),
      'year', y, 'document', jsonb_build_object('number', i || '/QĐ', 'date', y || '-12-20'),
      'authority', 'x', 'status', 'held', 'source', jsonb_build_object('from', 'import'), 'corrections', 0),
    'w-' || i, 'award', 'CSTDCS', y, 'held', (y || '-12-20')::date, i || '/QĐ'
  from generate_series(1, $1::int) i, generate_series(2020, 2024) y`;

export async function whatIfOf(bench, database, n, passes) {
  const { whatIf } = await load(bench.dist, 'libs/ledger/what-if.js');
  const { ruleBookOfInstallation } = await load(bench.dist, 'libs/rules/load-rules.js');
  const worlds = await openWorlds(bench.dist, database.url, 4);
  try {
    const world = await worlds.official();
    const must = async (actor, name, input) => {
      const outcome = await world.ledger.execute({ actor, name, input });
      if (!outcome.ok) throw new Error(`${name} was refused: ${JSON.stringify(outcome.refusal)}`);
    };
    await must({ kind: 'operator' }, 'loadRules', { book: ruleBookOfInstallation() });
    const seed = { id: 'w-0', subjectId: 'w-0', i: 0, unit: 'unit-000' };
    const officer = { kind: 'person', id: personOf(seed.unit, 'officer') };
    const draft = draftOf(seed);
    await must(officer, 'draftNomination', draft);
    await world.pool.query(COPIES, [n, AWARDS, JSON.stringify(VALUES)]);
    await world.pool.query(TITLES, [n]);
    await world.pool.query('analyze');
    const seconds = [];
    let report;
    for (let pass = 0; pass < passes; pass += 1) {
      const began = performance.now();
      report = await whatIf(world, { campaignId: CAMPAIGN, pack: 'DRAFT26', most: 200 });
      seconds.push(Number(((performance.now() - began) / 1000).toFixed(2)));
      if (report?.total !== n) throw new Error(`${String(report?.total)} judged instead of ${n}`);
    }
    return { n, seconds, loses: report.loses, gains: report.gains };
  } finally {
    await worlds.close();
  }
}
