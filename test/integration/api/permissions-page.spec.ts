import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { permissionsPage } from '../../../apps/api/account/permissions-page.js';
import { repositoryRoot } from '../../../libs/config/paths.js';

it('docs/permissions.md says what the table of rights says; else run: npm run build && node scripts/permissions.mjs', () => {
  expect(readFileSync(join(repositoryRoot(), 'docs/permissions.md'), 'utf8')).toBe(permissionsPage());
});
