#!/usr/bin/env node
/** `npm run coverage:seeds [-- --json]`: every row of the checklist with what proves it. Ends with 1 when one is uncovered. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { inRoot } from './lib/paths.mjs';
import { judge, rowsInData, rowsInTests, rowsOf, unknownIn } from './lib/seed-coverage.mjs';

/** Tests here run on the real product: PostgreSQL, Temporal, the api. Those of the domain and of files do not. */
const ON_THE_PRODUCT = ['integration', 'workflows', 'e2e', 'long', 'web'];

const filesUnder = (folder, ending) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));

const rows = rowsOf(readFileSync(inRoot('docs/seeds-checklist.md'), 'utf8'));
const inData = ['campaigns', 'organisations']
  .flatMap((folder) => filesUnder(inRoot('data', folder), '.yaml'))
  .flatMap((file) => rowsInData(parse(readFileSync(file, 'utf8'))));
const inTests = ON_THE_PRODUCT.flatMap((folder) => filesUnder(inRoot('test', folder), '.spec.ts')).flatMap((file) =>
  rowsInTests(readFileSync(file, 'utf8')),
);
const judged = judge(rows, inData, inTests);
const unknown = unknownIn(rows, [...inData, ...inTests]);
const uncovered = judged.filter(({ state }) => state === 'uncovered');

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ rows: judged, unknown }, null, 2)}\n`);
} else {
  const seeds = [...new Set(rows.map(({ id }) => id.split('-')[0].replace(/^X.*/, 'X')))];
  for (const seed of seeds) {
    const own = judged.filter(({ id }) => (seed === 'X' ? id.startsWith('X') : id.startsWith(`${seed}-`)));
    const count = (state) => own.filter((row) => row.state === state).length;
    const counts = `${count('covered')} covered, ${count('not yet')} not yet, ${count('uncovered')} uncovered`;
    process.stdout.write(`${seed.padEnd(3)} ${String(own.length).padStart(3)} rows: ${counts}\n`);
  }
  for (const { id, kind, needs, proofs } of uncovered) {
    const has = proofs.length === 0 ? 'nothing' : proofs.join(', ');
    process.stdout.write(
      `uncovered ${id} (${kind}): needs ${needs === 'test' ? 'a test on the product' : 'a data node'}, has ${has}\n`,
    );
  }
  for (const { id, kind } of judged.filter(({ state }) => state === 'not yet'))
    process.stdout.write(`not yet   ${id} (${kind})\n`);
  for (const id of unknown) process.stdout.write(`unknown   ${id}: no such row\n`);
}
process.exitCode = uncovered.length + unknown.length === 0 ? 0 : 1;
