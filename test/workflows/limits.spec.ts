import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { DEFAULT_ROUTE } from '../../libs/domain/campaign-plan/default-route.js';
import { both, UNITS } from '../domain/support/people.js';
import { at } from '../domain/support/province.js';
import { localBook } from '../domain/rules/local-book.js';
import { Engine, eventually } from './support/engine.js';
import { launch, person, PROMPT_ROUND, promptFile } from './support/organisation.js';

let engine: Engine;

/** Papers are checked, the deciding level receives and appraises, the people are asked; every limit is the law's. */
const KINDS: readonly string[] = ['completeness', 'appraisal', 'public-opinion', 'submission', 'decision', 'archive'];
const file: CampaignFile = {
  ...promptFile,
  routes: { short: DEFAULT_ROUTE.filter(({ kind }) => KINDS.includes(kind)) },
  rounds: promptFile.rounds.map((round) => ({
    ...round,
    awards: ['BKT', 'CSTDTQ'].map((award) => ({
      award,
      name: both(award),
      subjectKinds: ['individual'] as const,
      provenance: { basis: 'proposed' } as const,
    })),
  })),
};

// Tuesday 01/10/2024.
beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-10-01', '08:00') });
  await launch(engine, file);
  await engine.must({ kind: 'operator' }, 'loadRules', { book: localBook });
  await engine.must({ kind: 'engine' }, 'openRound', { campaignId: file.id, key: 'prompt', occurrence: 'once' });
  engine.startRelay();
  await engine.startWorker();
});
afterAll(() => engine.close());

async function submit(nominationId: string, awardCode: string): Promise<void> {
  await engine.must(person('a', 'officer'), 'draftNomination', {
    nominationId,
    campaignId: file.id,
    roundId: PROMPT_ROUND,
    awardCode,
    unitId: UNITS.a,
    subject: { kind: 'individual', id: `s-${nominationId}`, name: 'Người kín' },
    achievement: 'Thành tích',
    documents: [],
  });
  await engine.must(person('a', 'officer'), 'submitNomination', { nominationId });
}
const stateOf = async (id: string) => (await engine.world.reader.state('nomination', id))!.state;
const taskOf = async (id: string) => {
  const { open, visit } = await stateOf(id);
  return open[String(visit)]!;
};
const receive = (nominationId: string) =>
  engine.must(person('standing', 'secretary'), 'approveStep', { nominationId, visit: 1, note: 'Giấy tờ gửi sau' });

describe('limits of the rules on the running engine', () => {
  it('ten dossiers of one submission have ten working days; the clock stands still while one is held', async () => {
    const ids = Array.from({ length: 10 }, (_, i) => `lo-${i}`);
    for (const id of ids) await submit(id, 'BKT');
    for (const id of ids.slice(0, 2)) await receive(id);
    expect(await stateOf('lo-0')).toMatchObject({ batch: 10 });
    expect(await taskOf('lo-0')).toMatchObject({ step: 'appraisal', amount: 10, due: { lastDay: '2024-10-15' } });

    const hold = { nominationId: 'lo-0', reason: 'Xác minh đơn' };
    await engine.moveTo(at('2024-10-03'));
    await engine.must(person('standing', 'secretary'), 'holdNomination', { ...hold, ground: 'complaint' });
    await engine.moveTo(at('2024-10-14'));
    await engine.must(person('standing', 'secretary'), 'releaseNomination', hold);
    expect(await taskOf('lo-0')).toMatchObject({ amount: 8, due: { lastDay: '2024-10-24' } });
    expect(await taskOf('lo-1')).toMatchObject({ amount: 10, due: { lastDay: '2024-10-15' } });

    const day = { date: '2024-10-15', kind: 'holiday', name: 'Nghỉ', source: 'TB 1', reason: 'Công bố' } as const;
    await engine.must({ kind: 'operator' }, 'changeCalendarDay', day);
    for (const [id, lastDay] of [
      ['lo-0', '2024-10-25'],
      ['lo-1', '2024-10-16'],
    ] as const)
      await eventually(
        async () => (await taskOf(id)).due!.lastDay,
        (moved) => moved === lastDay,
      );
  });

  it('8 asks the people for ten working days about CSTĐTQ; when they are over the engine goes on', async () => {
    await submit('toan-quoc', 'CSTDTQ');
    await receive('toan-quoc');
    await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'toan-quoc', visit: 2 });
    const opinion = await taskOf('toan-quoc');
    // From Monday 14/10: the 15th is the holiday of the test above.
    expect(opinion).toMatchObject({ step: 'public-opinion', amount: 10, due: { lastDay: '2024-10-29' } });
    await engine.moveTo(opinion.due!.at - 1);
    expect(await taskOf('toan-quoc')).toMatchObject({ step: 'public-opinion' });
    await engine.moveTo(opinion.due!.at);
    await eventually(
      async () => (await taskOf('toan-quoc')).step,
      (step) => step === 'submission',
    );
  });
});
