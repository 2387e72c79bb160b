import { expect } from '@jest/globals';
import type { Bundle } from '../../../libs/bundle/bundle-format.js';
import { WORLD_ID } from '../../../libs/domain/world/world.stream.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { nodeCrypto } from '../../../verifier/node.mjs';
import { verifyBundle } from '../../../verifier/verify.mjs';
import { logAll } from '../../support/test-world.js';
import type { Caller } from '../api/api-under-test.js';

/** The bundle of a nomination, fetched as a person does and verified as an outsider does, with the key of the log. */
export async function exported(world: World, caller: Caller, nominationId: string): Promise<Bundle> {
  await logAll(world);
  const answer = await fetch(`${caller.url}/api/v1/nominations/${nominationId}/bundle`, { headers: caller.headers });
  expect([nominationId, answer.status]).toEqual([nominationId, 200]);
  const file = new Uint8Array(await answer.arrayBuffer());
  const key = (await world.reader.state('world', WORLD_ID))?.state.logKeys?.[0]?.key;
  if (key === undefined) throw new Error('the log has no key');
  const { ok, lines, bundle } = await verifyBundle(file, nodeCrypto, { key });
  expect([nominationId, lines.filter(({ state }) => state === 'failed'), ok]).toEqual([nominationId, [], true]);
  return bundle as Bundle;
}

/**
 * Who did what, when, why and under which rules: every fact of the nomination is told in the report, in its order, with
 * the name of whoever acted, and nothing is left out of the chain from its first fact on.
 */
export function expectWholeHistory({ about, events, report }: Bundle): void {
  const own = events.filter(({ leaf }) => leaf.stream === 'nomination' && leaf.streamId === about.id);
  expect(own.map(({ leaf }) => leaf.version)).toEqual(own.map((_, i) => i + 1));
  for (const { logIndex } of own) expect(report).toContain(`<li id="f${logIndex}" data-fact="${logIndex}"`);
  const told = report.split('<li id="f').slice(1);
  expect(told.every((entry) => /<time datetime="[^"]+">\d\d\/\d\d\/\d{4} \d\d:\d\d/.test(entry))).toBe(true);
  expect(told.every((entry) => entry.includes('<p>Người thực hiện: '))).toBe(true);
  expect(report).toMatch(/<dt>Bộ quy định<\/dt><dd>[^<]*L\d{4}/);
}
