#!/usr/bin/env node
/** Writes docs/rules-to-verify.md from the rule data. Run after `npm run build`; a test tells when it is out of date. */
import { writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const { ruleBookOfInstallation } = await import('../dist/libs/rules/load-rules.js');
const { rulesToVerify } = await import('../dist/libs/rules/rules-to-verify.js');
writeFileSync(inRoot('docs/rules-to-verify.md'), rulesToVerify(ruleBookOfInstallation()));
say('docs/rules-to-verify.md written');
