import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

export const inRoot = (...parts) => join(root, ...parts);

/** What may be kept between clones: a built Temporal server costs minutes and is the same for everyone. */
export function cacheDirectory() {
  return process.env.VINHDANH_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'vinhdanh');
}

const SKIPPED = new Set(['node_modules', 'dist', '.data', '.git']);

/** Every file under the given folders (or the files themselves), as sorted paths relative to the root. */
export function listFiles(names, skip = []) {
  const skipped = new Set(skip.map((name) => inRoot(name)));
  const found = [];
  const visit = (path) => {
    if (skipped.has(path) || !existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
      found.push(relative(root, path));
      return;
    }
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      if (entry.isDirectory()) visit(join(path, entry.name));
      else if (!skipped.has(join(path, entry.name))) found.push(relative(root, join(path, entry.name)));
    }
  };
  for (const name of names) visit(inRoot(name));
  return found.sort();
}

/** Changes when a file is added, removed or touched; reads no contents, so a build that has nothing to do costs milliseconds. */
export function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(inRoot(file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}
