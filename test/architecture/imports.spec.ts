import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../libs/config/paths.js';
import { partOf } from './import-table.mjs';
import { cycles, importsOf, sourceFiles, violations } from './imports.js';

const root = repositoryRoot();
const files = sourceFiles(root, ['apps', 'workflows', 'activities', 'libs']);
const imports = files.flatMap((file) => importsOf(root, file));

const wrong = (file: string, text: string): readonly string[] => violations(importsOf(root, file, text));

describe('imports', () => {
  it('follow the table', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(violations(imports)).toEqual([]);
  });

  it('do not run in circles', () => {
    expect(cycles(imports)).toEqual([]);
  });

  it('come from files the table governs', () => {
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });
});

describe('a forbidden import is caught', () => {
  it('of another part', () => {
    expect(wrong('libs/domain/a.ts', `import { x } from '../ledger/append.js';`)).toHaveLength(1);
    expect(wrong('apps/api/a.ts', `export { x } from '../../workflows/campaign/campaign.workflow.js';`)).toHaveLength(
      1,
    );
    expect(wrong('apps/worker/a.ts', `const x = await import('../api/main.js');`)).toHaveLength(1);
  });

  it('of a package', () => {
    expect(wrong('libs/domain/a.ts', `import { readFileSync } from 'node:fs';`)).toHaveLength(1);
    expect(wrong('libs/ledger/a.ts', `import { Injectable } from '@nestjs/common';`)).toHaveLength(1);
  });

  it('of values where only types are allowed', () => {
    expect(wrong('workflows/a.ts', `import { send } from '../activities/mail/mail.activities.js';`)).toHaveLength(1);
    expect(wrong('workflows/a.ts', `import type { Mail } from '../activities/mail/mail.activities.js';`)).toEqual([]);
  });

  it('in a circle', () => {
    const between = (from: string, to: string): { from: string; to: string; typeOnly: boolean } => ({
      from,
      to,
      typeOnly: false,
    });
    expect(cycles([between('a', 'b'), between('b', 'c'), between('c', 'a')])).toHaveLength(1);
    expect(cycles([between('a', 'b'), { ...between('b', 'a'), typeOnly: true }])).toEqual([]);
  });
});
