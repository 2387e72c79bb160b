import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../libs/config/paths.js';

const read = (path: string): string => readFileSync(join(repositoryRoot(), path), 'utf8');
const rows = [...read('docs/rules-shown.md').matchAll(/^\| (.+?) +\| `(test\/.+?)` +\| (.+?) +\|$/gm)].map(
  ([, promise = '', file = '', name = '']) => ({ promise, file, name }),
);

describe('docs/rules-shown.md', () => {
  it('names every principle of the law and many more promises', () => {
    for (let i = 1; i <= 14; i += 1)
      expect(rows.map(({ promise }) => promise)).toContain(`R${String(i).padStart(2, '0')}`);
    expect(rows.length).toBeGreaterThan(35);
  });
  it.each(rows)('$promise: $file has the test', ({ file, name }) => {
    expect(read(file)).toContain(name);
  });
});
