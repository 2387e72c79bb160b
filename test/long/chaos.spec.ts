import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { repositoryRoot } from '../../libs/config/paths.js';
import { httpApi, type Api, type Call } from '../../libs/rehearsal/api-client.js';
import { Chance } from '../../libs/rehearsal/chance.js';
import { rehearse } from '../../libs/rehearsal/rehearse.js';
import { sameStory, type RehearsalResult } from '../../libs/rehearsal/result.js';
import { LaunchedSystem, PARTS, type Part } from './support/launched.js';

const KILLS = 20;
const SEED = 11;
let system: LaunchedSystem;
let patient: Api;
/** The story as it goes when nothing happens to anything, and how many calls it took. */
let calm: RehearsalResult;
let calls = 0;

const play = (api: Api): Promise<RehearsalResult> =>
  rehearse({
    baseUrl: system.baseUrl,
    ...system.admin(),
    file: join(repositoryRoot(), 'data/campaigns/hoa-binh-nong-san-2024-2030.yaml'),
    units: 6,
    seed: SEED,
    until: '2025-06-30',
    api,
    say: () => undefined,
  });

function mustBeTheSame(shaken: RehearsalResult): void {
  expect(shaken.invariants.filter(({ holds }) => !holds)).toEqual([]);
  expect(JSON.parse(sameStory(shaken))).toEqual(JSON.parse(sameStory(calm)));
}

beforeAll(async () => {
  system = await LaunchedSystem.start();
  patient = httpApi(system.baseUrl, 240_000);
  calm = await play((call) => {
    calls += 1;
    return patient(call);
  });
  expect(calm.invariants.filter(({ holds }) => !holds)).toEqual([]);
}, 1_200_000);
afterAll(() => system.end(), 120_000);

it('tells the same story when every process is killed at twenty moments of it', async () => {
  const chance = new Chance(SEED);
  // Most calls of a calm run look at how far the engine is: how many there are differs, so moments lie in its first part.
  const moments = Array.from({ length: KILLS }, (_, i) =>
    Math.floor((i + chance.of('kill', i)) * ((calls * 0.8) / KILLS)),
  );
  const killed: Part[] = [];
  let count = 0;
  const shaken = await play(async (call) => {
    count += 1;
    const at = moments[killed.length];
    if (at !== undefined && count >= at) {
      const part = PARTS[killed.length % PARTS.length] ?? 'api';
      killed.push(part);
      system.kill(part);
    }
    return patient(call);
  });

  expect(killed).toHaveLength(KILLS);
  mustBeTheSame(shaken);
}, 1_800_000);

it("tells the same story when Temporal's store is lost in the middle of it", async () => {
  let lost = 0;
  let count = 0;
  const shaken = await play(async (call) => {
    count += 1;
    if (lost < 2 && count >= calls * (lost === 0 ? 0.3 : 0.6)) {
      lost += 1;
      system.loseTemporalStore();
    }
    return patient(call);
  });

  expect(lost).toBe(2);
  mustBeTheSame(shaken);
}, 1_800_000);

it('lets people submit, appraise and decide while Temporal is stopped, and catches up by itself', async () => {
  /** When to stop it: as somebody is about to do this for the first time. */
  const stops = [/\/nominations\/[^/]+\/submission$/, /\/nominations\/[^/]+\/approval$/, /\/decisions$/];
  const looksForRest = /\/waiting$/;
  const doneMeanwhile: string[] = [];
  let looks = 0;
  let stopped = false;
  const shaken = await play(async (call: Call) => {
    const [next] = stops;
    if (!stopped && call.method === 'POST' && next?.test(call.path) === true) {
      stops.shift();
      stopped = system.halt('temporal');
      looks = 0;
    }
    // The clock only moves on when the engine rests: once people have nothing left to do today, it is let go.
    if (stopped && looksForRest.test(call.path)) looks += 1;
    if (stopped && looks > 20) stopped = !system.resume('temporal');
    const answer = await patient(call);
    if (stopped && call.method === 'POST' && answer.status < 300) doneMeanwhile.push(call.path);
    return answer;
  });

  expect(stops).toEqual([]);
  expect(doneMeanwhile.some((path) => path.endsWith('/submission'))).toBe(true);
  expect(doneMeanwhile.some((path) => path.endsWith('/approval'))).toBe(true);
  expect(doneMeanwhile.some((path) => path.endsWith('/decisions'))).toBe(true);
  mustBeTheSame(shaken);
}, 1_800_000);
