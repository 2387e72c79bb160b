import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder of our package.json, from the sources as from dist/: data files lie beside the code, not in it. */
export function repositoryRoot(): string {
  found ??= walkUp(dirname(fileURLToPath(import.meta.url)));
  return found;
}

export function dataFile(...parts: readonly string[]): string {
  return join(repositoryRoot(), 'data', ...parts);
}

function walkUp(folder: string): string {
  if (isOurs(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json named vinhdanh above this file');
  return walkUp(parent);
}

function isOurs(file: string): boolean {
  if (!existsSync(file)) return false;
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'vinhdanh';
}
