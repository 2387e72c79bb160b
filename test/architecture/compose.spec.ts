import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { environmentSchema, readEnvironment } from '../../libs/config/env.js';
import { repositoryRoot } from '../../libs/config/paths.js';

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
});
const compose = z
  .object({ services: z.record(z.string(), service) })
  .parse(parse(readFileSync(join(repositoryRoot(), 'docker-compose.yml'), 'utf8'), { merge: true }));

/** As compose does when the operator sets nothing but the password. */
const filled = (value: string): string =>
  value.replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1').replaceAll(/\$\{[A-Z_]+:\?[^}]*\}/g, 'secret');

const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'vinhdanh');

describe('docker-compose.yml', () => {
  it('runs every part of the application', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['api', 'engine-setup', 'migrate', 'worker']);
  });

  it.each(ours)('gives %s variables that are read and accepted', (_name, { environment = {} }) => {
    const known = new Set(Object.keys(environmentSchema.shape));
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
    const values = Object.entries(environment).map(([name, value]) => [name, filled(value)] as const);
    expect(() => readEnvironment(Object.fromEntries(values))).not.toThrow();
  });

  it('publishes nothing beyond this machine', () => {
    const published = Object.values(compose.services).flatMap(({ ports = [] }) => ports);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });
});
