#!/usr/bin/env node
/**
 * Run after `npm install` on a machine whose registry serves only some platforms' binaries: npm then leaves the others out of
 * package-lock.json, and `npm ci` refuses such a file everywhere. Adds what is missing; the versions are the exact ones their
 * parent package names. Changes nothing when the file is whole.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { say } from './lib/say.mjs';

const file = inRoot('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const EXACT = /^\d+\.\d+\.\d+/;
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

const added = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
  Object.entries(optionalDependencies).flatMap(([name, version]) => {
    const path = `node_modules/${name}`;
    const words = name.split(/[-/]/);
    const os = SYSTEMS.filter((system) => words.includes(system));
    const cpu = PROCESSORS.filter((processor) => words.includes(processor));
    // Without its platform in the name npm would try to fetch it here: leave that to a person.
    if (path in lock.packages || !EXACT.test(version) || os.length === 0 || cpu.length === 0) return [];
    return [[path, { version, cpu, optional: true, os }]];
  }),
);

if (added.length > 0) {
  const packages = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
}
say(`${added.length} optional packages added to package-lock.json`);
