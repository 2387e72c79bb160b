import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { atTime, type LocalDate } from '../../libs/domain/calendar/local-date.js';
import { factsOf } from '../../libs/history/fact-rows.js';
import { namedIn, tell } from '../../libs/history/history-entry.js';
import { namesIn } from '../../libs/history/names.js';
import { rebuild } from '../../libs/ledger/rebuild.js';
import { both, CAMPAIGN, UNITS } from '../domain/support/people.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { Engine } from './support/engine.js';
import { launch, person } from './support/organisation.js';
import { quiet } from './support/rehearse.js';

/** Clusters that get another leader while confirmations are open, on the running engine. */

const at = (day: LocalDate): number => atTime(day, '10:00');
const OPERATOR = { kind: 'operator' } as const;
const clusterId = 'cum-1';
const id = `${CAMPAIGN}.${UNITS.b}`;

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-05-13') });
  const years = [
    { year: 2024, leader: UNITS.leader, members: [UNITS.leader, UNITS.b] },
    { year: 2025, leader: UNITS.homeAffairs, members: [UNITS.homeAffairs, UNITS.leader, UNITS.b] },
  ];
  await engine.must(OPERATOR, 'defineCluster', { clusterId, kind: 'cluster', name: both('Cụm 1'), years });
  const obligations = campaignFile.obligations.filter(({ key }) => key === 'plan');
  await launch(engine, { ...campaignFile, obligations, rounds: [], openQuestions: [] });
  engine.startRelay();
  await engine.startWorker();
  await engine.must(person('b', 'officer'), 'registerUnit', {
    campaignId: CAMPAIGN,
    unitId: UNITS.b,
    head: person('b', 'head'),
    pledges: [{ key: 'plan-issued', own: false, text: 'Ban hành đúng hạn', target: 3, unit: 'mô hình' }],
  });
  await quiet(engine);
});
afterAll(() => engine.close());

const open = () =>
  engine.rows<{ queue: string; visit: number }>(
    `select queue, visit from read_task where owner_id = $1 and status = 'open'`,
    [id],
  );
const told = async (): Promise<string[]> =>
  (
    await engine.rows<{ recipient: string }>(
      `select recipient from ops_notice where template = 'confirmation-moved' and channel = 'in-app' order by business_at`,
    )
  ).map(({ recipient }) => recipient);

async function words(language: 'vi' | 'en'): Promise<string[]> {
  const facts = await factsOf(engine.world, 'registration', id);
  const names = await namesIn(engine.world, namedIn(facts));
  return tell(facts, { about: id, names }).map(({ what }) => what[language]);
}

describe('C06 an open confirmation when another unit comes to lead the cluster', () => {
  it('moves in mid-year, after a correction of the year’s arrangement', async () => {
    expect(await open()).toEqual([{ queue: `${UNITS.leader}/officer`, visit: 1 }]);
    await engine.must(OPERATOR, 'arrangeCluster', {
      clusterId,
      year: 2024,
      leader: UNITS.a,
      members: [UNITS.leader, UNITS.b],
      reason: 'Đính chính',
    });
    await quiet(engine);
    expect(await open()).toEqual([{ queue: `${UNITS.a}/officer`, visit: 2 }]);
    expect(await told()).toEqual([person('a', 'officer')]);
    expect(await words('vi')).toContain(
      `Chuyển việc xác nhận từ ${UNITS.leader} sang ${UNITS.a}: cụm trưởng (khối trưởng) đổi từ ${UNITS.leader} sang ${UNITS.a} (Cụm 1, năm 2024)`,
    );
    expect(await words('en')).toContain(
      `Moved the confirmation from ${UNITS.leader} to ${UNITS.a}: the leader of the cluster or block changed from ${UNITS.leader} to ${UNITS.a} (Cụm 1, 2024)`,
    );
  });

  it('moves when the year of the next leader begins, not a day before', async () => {
    await engine.moveTo(at('2024-12-31'));
    await quiet(engine);
    expect(await open()).toEqual([{ queue: `${UNITS.a}/officer`, visit: 2 }]);
    await engine.moveTo(at('2025-01-01'));
    await quiet(engine);
    expect(await open()).toEqual([{ queue: `${UNITS.homeAffairs}/officer`, visit: 3 }]);
  });

  it('is done once: looking at it all again, in a new run and without receipts, changes nothing', async () => {
    const before = await engine.countEvents();
    await engine.world.pool.query('delete from ops_receipt');
    await engine.handle('campaign', CAMPAIGN).signal('rollOver');
    await quiet(engine);
    expect(await engine.countEvents()).toBe(before);
    expect(await told()).toEqual([person('a', 'officer'), person('homeAffairs', 'officer')]);
    await engine.must(person('homeAffairs', 'officer'), 'confirmRegistration', { registrationId: id, visit: 3 });
    await quiet(engine);
    expect(await open()).toEqual([]);
    expect(await rebuild(engine.world)).toEqual([]);
  });
});
