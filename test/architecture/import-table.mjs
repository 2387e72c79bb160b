/**
 * Who may import whom: the one table that ESLint (while editing) and imports.spec.ts (in every test run) both read.
 *
 * `imports`: other parts of this repository; `typesFrom`: parts of which only types may be taken; `packages`: the only
 * packages allowed, `node:` meaning Node's own modules; without `packages`, any but those under `never`.
 */
const LIBRARIES = [
  'libs/bundle',
  'libs/domain',
  'libs/contracts',
  'libs/config',
  'libs/history',
  'libs/ledger',
  'libs/observability',
  'libs/persistence',
  'libs/proof',
  'libs/reference',
  'libs/register',
  'libs/rehearsal',
  'libs/rules',
  'libs/temporal',
];
const TEMPORAL_SERVER_SIDE = ['@temporalio/worker', '@temporalio/testing', '@temporalio/activity'];

export const importTable = {
  // The rules of the domain: the same answer on every machine, in the browser and inside a workflow.
  'libs/domain': { imports: [], typesFrom: [], packages: [] },
  'libs/contracts': { imports: ['libs/domain'], typesFrom: [], packages: ['zod'] },
  // Replayed for years: nothing may come in that a history does not know about.
  workflows: {
    imports: ['libs/domain', 'libs/contracts'],
    typesFrom: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
  },
  activities: {
    imports: ['libs/domain', 'libs/contracts'],
    typesFrom: ['libs/ledger', 'libs/persistence', 'libs/rules', 'libs/reference'],
    never: ['@nestjs', 'typeorm', 'pg', '@temporalio/workflow', '@temporalio/client', '@temporalio/worker'],
  },
  'libs/persistence': {
    imports: ['libs/domain', 'libs/contracts'],
    typesFrom: [],
    packages: ['node:', 'typeorm', 'pg', 'reflect-metadata'],
  },
  // What outsiders check with programs of their own: arithmetic of logs and notes, nothing of the product.
  'libs/proof': { imports: [], typesFrom: [], packages: ['node:'] },
  'libs/rules': {
    imports: ['libs/domain', 'libs/contracts', 'libs/reference'],
    typesFrom: [],
    packages: ['node:', 'zod'],
  },
  'libs/reference': {
    imports: ['libs/domain', 'libs/contracts', 'libs/config'],
    typesFrom: [],
    packages: ['node:', 'yaml', 'zod'],
  },
  'libs/ledger': {
    imports: ['libs/domain', 'libs/contracts', 'libs/persistence', 'libs/proof', 'libs/rules'],
    typesFrom: [],
    never: ['@nestjs', '@temporalio', 'fastify'],
  },
  // Facts in words: what pages, printed histories and bundles of proof say.
  'libs/bundle': {
    imports: ['libs/domain', 'libs/contracts', 'libs/history', 'libs/ledger', 'libs/proof'],
    typesFrom: [],
    packages: ['node:'],
  },
  'libs/history': {
    imports: ['libs/domain', 'libs/contracts', 'libs/ledger'],
    typesFrom: [],
    packages: [],
  },
  'libs/temporal': {
    imports: ['libs/contracts', 'libs/config'],
    typesFrom: ['libs/domain'],
    never: ['@nestjs', 'typeorm'],
  },
  // Past decisions from files into the register, for the api and the command line.
  'libs/register': {
    imports: ['libs/domain', 'libs/contracts', 'libs/ledger', 'libs/persistence'],
    typesFrom: [],
    packages: ['node:', 'read-excel-file'],
  },
  // Simulated people act only through the public API: nothing of the ledger may come in here.
  'libs/rehearsal': {
    imports: ['libs/domain', 'libs/contracts', 'libs/reference', 'libs/config'],
    typesFrom: [],
    packages: ['node:', 'zod'],
  },
  'libs/config': { imports: ['libs/contracts'], typesFrom: [], packages: ['node:', 'zod'] },
  'libs/observability': { imports: ['libs/contracts', 'libs/config'], typesFrom: [], never: ['typeorm', 'pg'] },
  'apps/api': { imports: LIBRARIES, typesFrom: [], never: [...TEMPORAL_SERVER_SIDE, '@temporalio/workflow'] },
  'apps/worker': { imports: [...LIBRARIES, 'workflows', 'activities'], typesFrom: [] },
  'apps/cli': { imports: [...LIBRARIES, 'workflows', 'activities'], typesFrom: [] },
  'apps/web': {
    imports: ['libs/domain', 'libs/contracts'],
    typesFrom: [],
    never: ['@nestjs', '@temporalio', 'typeorm', 'pg'],
  },
};

/** The longest part a path lies in; undefined for what the table does not govern (tests, scripts). */
export function partOf(path) {
  return Object.keys(importTable)
    .filter((part) => path.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Whether a file of `from` may import `to`: another part by its name, or a package by its specifier. Returns the objection. */
export function objection(from, to, typeOnly) {
  const rule = importTable[from];
  if (to in importTable) {
    if (to === from || rule.imports.includes(to)) return undefined;
    if (rule.typesFrom.includes(to)) return typeOnly ? undefined : `${from} may take only types from ${to}`;
    return `${from} may not import ${to}`;
  }
  const matches = (name) => to === name || to.startsWith(name.endsWith(':') ? name : `${name}/`);
  if (rule.packages && !rule.packages.some(matches)) return `${from} may not import the package ${to}`;
  if (rule.never?.some(matches)) return `${from} may never import the package ${to}`;
  return undefined;
}
