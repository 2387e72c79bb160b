import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { DEFAULT_ROUTE } from '../../libs/domain/campaign-plan/default-route.js';
import type { WorkflowKind } from '../../libs/domain/wakes.js';
import { CAMPAIGN, UNITS } from '../domain/support/people.js';
import { at } from '../domain/support/province.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { Engine, eventually } from '../workflows/support/engine.js';
import { launch, person, promptFile, PROMPT_ROUND, submit } from '../workflows/support/organisation.js';
import { nextDate, quiet } from '../workflows/support/rehearse.js';
import { walk } from '../workflows/support/walk.js';
import { payloadTexts, readHistory, record, scrubbed } from './histories.js';

/**
 * Runs every kind of life into every state and keeps its history. With VINHDANH_RECORD_HISTORIES=1 the histories are
 * written beside this file, once a release; without it they are replayed and looked through here and now.
 */
const voted = { ...promptFile.rounds[0]!, key: 'voted', route: 'default' } as const;
const file: CampaignFile = {
  ...promptFile,
  phases: [
    { key: 'first', text: { vi: 'Một', en: 'One' }, from: '2024-05-13', to: '2024-12-31' },
    { key: 'second', text: { vi: 'Hai', en: 'Two' }, from: '2024-06-01', to: '2030-12-31', gate: 'mid' },
  ],
  reviews: [{ ...campaignFile.reviews[0]!, gates: 'second' }],
  obligations: campaignFile.obligations.filter(({ key }) => key === 'plan'),
  rounds: [...promptFile.rounds, voted],
  routes: {
    short: promptFile.routes?.short,
    default: DEFAULT_ROUTE.filter(({ kind }) => ['council', 'decision', 'publication', 'archive'].includes(kind)),
  },
};

const kept = new Map<string, object>();
let engine: Engine;

beforeAll(async () => {
  engine = await Engine.open({ clock: at('2024-06-03', '08:00') });
  engine.startRelay();
  await engine.startWorker();
});
afterAll(() => engine.close());

const keep = async (name: string, kind: WorkflowKind, id: string, runId?: string): Promise<void> => {
  await quiet(engine);
  const { client } = engine.link;
  kept.set(name, scrubbed(await client.workflow.getHandle(engine.handle(kind, id).workflowId, runId).fetchHistory()));
};
const runOf = async (kind: WorkflowKind, id: string): Promise<string> =>
  (await engine.handle(kind, id).describe()).runId;

async function draftVoted(nominationId: string): Promise<void> {
  await engine.must(person('a', 'officer'), 'draftNomination', {
    nominationId,
    campaignId: CAMPAIGN,
    roundId: `${CAMPAIGN}.voted.once`,
    awardCode: 'BK',
    unitId: UNITS.a,
    subject: { kind: 'individual', id: `subject-${nominationId}`, name: 'Cá nhân bí mật' },
    achievement: 'Thành tích bí mật',
    documents: [],
  });
  await engine.must(person('a', 'officer'), 'submitNomination', { nominationId });
}

async function nominations(): Promise<void> {
  let run = '';
  await walk(engine, 'n-archived', async (stage) => {
    if (stage === 'submitted upward') run = await runOf('nomination', 'n-archived');
    if (stage === 'submitted') await keep('nomination-appraisal-open', 'nomination', 'n-archived');
    if (stage === 'submitted upward') await keep('nomination-decision-open', 'nomination', 'n-archived');
  });
  await engine.handle('nomination', 'n-archived').result();
  await keep('nomination-archived', 'nomination', 'n-archived', run);

  await submit(engine, 'n-rolled');
  await quiet(engine);
  const handle = engine.handle('nomination', 'n-rolled');
  const { runId } = await handle.describe();
  await handle.signal('rollOver');
  await eventually(
    async () => (await handle.describe()).runId,
    (now) => now !== runId,
  );
  await keep('nomination-rolled-over', 'nomination', 'n-rolled', runId);
  await engine.must(person('homeAffairs', 'appraiser'), 'approveStep', { nominationId: 'n-rolled', visit: 1 });
  await keep('nomination-opinion-open', 'nomination', 'n-rolled');

  await submit(engine, 'n-held');
  await quiet(engine);
  await engine.moveTo((await nextDate(engine)) ?? 0);
  await quiet(engine);
  await engine.must(person('standing', 'secretary'), 'holdNomination', {
    nominationId: 'n-held',
    reason: 'Xác minh',
    ground: 'complaint',
  });
  await keep('nomination-held', 'nomination', 'n-held');
}

async function session(): Promise<void> {
  await draftVoted('n-voted');
  const agenda = [{ nominationId: 'n-voted', visit: 1 }];
  await engine.must(person('council', 'secretary'), 'conveneSession', {
    sessionId: 's-1',
    campaignId: CAMPAIGN,
    councilId: UNITS.council,
    date: '2024-08-30',
    members: 9,
    agenda,
  });
  await keep('session-convened', 'session', 's-1');
  await engine.moveTo(at('2024-08-30', '09:00'));
  await quiet(engine);
  const counts = [{ nominationId: 'n-voted', inFavour: 1, against: 7, abstained: 0, outcome: 'not-approved' as const }];
  await engine.must(person('council', 'secretary'), 'recordCouncilResult', {
    sessionId: 's-1',
    visit: 1,
    present: 8,
    counts,
    minutes: { number: '5/BB', date: '2024-08-30' },
  });
  await keep('session-recorded', 'session', 's-1');
  await keep('nomination-declined', 'nomination', 'n-voted');
}

async function campaignAndRounds(): Promise<void> {
  await keep('campaign-gated', 'campaign', CAMPAIGN);
  const run = await runOf('campaign', CAMPAIGN);
  await keep('round-open', 'round', PROMPT_ROUND);
  await engine.must(person('a', 'officer'), 'withdrawNomination', { nominationId: 'n-rolled', reason: 'Rút' });
  await engine.must(person('a', 'officer'), 'withdrawNomination', { nominationId: 'n-held', reason: 'Rút' });
  await engine.moveTo(at('2031-01-01', '00:00'));
  await keep('round-listing', 'round', PROMPT_ROUND);
  for (const roundId of [PROMPT_ROUND, `${CAMPAIGN}.voted.once`])
    await engine.must(person('lead', 'officer'), 'makeSubmissionList', { roundId });
  await keep('round-closed', 'round', PROMPT_ROUND);
  await engine.handle('campaign', CAMPAIGN).result();
  await keep('campaign-archived', 'campaign', CAMPAIGN, run);
}

it('keeps a history of every kind and state that replays and names nobody', async () => {
  await launch(engine, file);
  await eventually(
    () => engine.rows(`select 1 from read_round where status = 'open'`),
    (rows) => rows.length === 2,
  );
  await nominations();
  await session();
  await campaignAndRounds();

  expect(kept.size).toBe(14);
  const histories = [...kept].map(([workflowId, history]) => ({ workflowId, history: readHistory(history) }));
  const failures: string[] = [];
  const workflowBundle = { codePath: process.env['TEST_WORKFLOW_BUNDLE'] ?? '' };
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    if (error !== undefined) failures.push(`${workflowId}: ${error.message}`);
  }
  expect(failures).toEqual([]);
  for (const [name, history] of kept) {
    expect(`${name}: ${payloadTexts(history)}`).not.toMatch(/bí mật|Người |@example|Xác minh|file:\/\//);
    expect(`${name}: ${JSON.stringify(history)}`).not.toMatch(/file:\/\/|node_modules/);
    if (process.env['VINHDANH_RECORD_HISTORIES'] === '1') record(name, history);
  }
});
