#!/usr/bin/env node
/** Writes docs/permissions.md from the one table of rights. Run after `npm run build`; a test tells when it is out of date. */
import { writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const { permissionsPage } = await import('../dist/apps/api/account/permissions-page.js');
writeFileSync(inRoot('docs/permissions.md'), permissionsPage());
say('docs/permissions.md written');
