import type { Actor } from '../../../libs/domain/access/actor.js';
import { seeking } from '../../../libs/domain/core/fold-text.js';
import { isSealed } from '../../../libs/domain/core/sealed.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { stepName } from '../../../libs/history/step-names.js';
import { decodeCursor, encodeCursor, type Page } from '../http/cursor.js';
import { namesIn } from '../../../libs/history/names.js';
import { inboxStatement, keyOf, type InboxQuery, type TaskRow } from './inbox-query.js';
import { showTasks, type TaskView } from './task-view.js';

/** Rows looked at in one statement, and in one request before it gives what it has found. */
const STRIDE = 1000;
const MOST = 10_000;

type Who = Parameters<typeof inboxStatement>[1];

/**
 * Searches the reader's tasks in their order. Names of persons lie sealed and no index holds them in the clear, so the
 * rows are opened stride by stride; a request that has looked at enough gives what it found and where to go on, which may
 * be a page without items.
 */
export async function searchInbox(
  world: World,
  query: InboxQuery & { readonly q: string },
  who: Who,
  actor: Actor,
): Promise<Page<TaskView>> {
  const found: TaskRow[] = [];
  const isSought = seeking(query.q);
  let after = decodeCursor(query.cursor, 2);
  for (let looked = 0; looked < MOST; looked += STRIDE) {
    const { rows } = await world.pool.query<TaskRow>(inboxStatement({ ...query, limit: STRIDE }, who, after));
    const stride = rows.slice(0, STRIDE);
    const fits = await matching(world, stride, isSought);
    for (const [index, row] of stride.entries()) {
      if (!fits[index]) continue;
      found.push(row);
      if (found.length < query.limit) continue;
      return { items: await showTasks(world, found, actor), next: encodeCursor(keyOf(query, row)) };
    }
    const last = stride.at(-1);
    if (rows.length <= STRIDE || last === undefined) return { items: await showTasks(world, found, actor) };
    after = keyOf(query, last);
  }
  const items = await showTasks(world, found, actor);
  return after === undefined ? { items } : { items, next: encodeCursor(after) };
}

async function matching(
  world: World,
  rows: readonly TaskRow[],
  isSought: (texts: readonly string[]) => boolean,
): Promise<readonly boolean[]> {
  const [whose, names] = await Promise.all([
    world.reader.unseal(rows.map((row) => row.whose)),
    namesIn(world, {
      units: rows.map((row) => row.unit_id ?? ''),
      campaigns: rows.map((row) => row.campaign_id),
    }),
  ]);
  return rows.map((row, index) => {
    const name = whose[index];
    const unit = row.unit_id === null ? undefined : names.unit(row.unit_id).name;
    const step = stepName(row.step);
    const campaign = names.campaign(row.campaign_id).name;
    const texts = [
      isSealed(name) ? (name.text ?? '') : '',
      ...[unit, step, campaign].flatMap((text) => (text === undefined ? [] : [text.vi, text.en])),
      row.owner_id,
    ];
    return isSought(texts);
  });
}
