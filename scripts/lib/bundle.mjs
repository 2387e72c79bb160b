import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint, inRoot, listFiles } from './paths.mjs';
import { say } from './say.mjs';

/** What workflow code may import (style.md section 2), hence all a bundle can depend on. */
const INPUTS = ['workflows', 'libs/domain', 'libs/contracts', 'package-lock.json'];

/**
 * Bundles the workflows into one file, or leaves the file alone when nothing it is made of has changed.
 */
export async function bundleWorkflows({ workflowsPath, output }) {
  const stampFile = `${output}.stamp`;
  const stamp = `${workflowsPath}\n${fingerprint(listFiles(INPUTS))}`;
  if (readOrEmpty(stampFile) === stamp && readOrEmpty(output) !== '') return;

  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const began = Date.now();
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('WARN', ({ level, message }) => process.stderr.write(`[bundle] ${level} ${message}\n`)),
  });
  mkdirSync(dirname(output), { recursive: true });
  // Written beside and renamed: a worker that starts meanwhile never reads half a bundle.
  const unfinished = join(dirname(output), `.bundle-${process.pid}.js`);
  writeFileSync(unfinished, code);
  renameSync(unfinished, output);
  writeFileSync(stampFile, stamp);
  say(`workflows bundled (${(code.length / 1e6).toFixed(1)} MB, ${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

export const compiledWorkflows = () => inRoot('dist/workflows/index.js');
export const sourceWorkflows = () => inRoot('workflows/index.ts');

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
