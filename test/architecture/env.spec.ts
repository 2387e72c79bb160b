import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EnvironmentError, environmentSchema, readEnvironment } from '../../libs/config/env.js';
import { repositoryRoot } from '../../libs/config/paths.js';

const DATABASE_URL = 'postgres://vinhdanh:secret@127.0.0.1:5432/vinhdanh';

const example = readFileSync(join(repositoryRoot(), '.env.example'), 'utf8');
const lines = example.split('\n').flatMap((line) => {
  const [, commented, name, value] = /^(# )?([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value: value ?? '', commented: commented !== undefined }];
});

describe('.env.example', () => {
  it('names exactly the variables that are read', () => {
    expect(lines.map(({ name }) => name).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  it('holds values that are accepted', () => {
    const all = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
    expect(() => readEnvironment(all)).not.toThrow();
  });

  it('shows the true default of whatever is commented out and has one', () => {
    const defaults = readEnvironment({ DATABASE_URL });
    for (const { name, value } of lines.filter(({ commented }) => commented)) {
      const actual: unknown = Object.entries(defaults).find(([key]) => key === name)?.[1];
      if (actual !== undefined) expect(`${name}=${String(actual)}`).toBe(`${name}=${value}`);
    }
  });
});

describe('the environment', () => {
  it('names every wrong variable at once', () => {
    const read = (): unknown =>
      readEnvironment({ DATABASE_URL: 'mysql://nowhere', PORT: 'eighty', COOKIE_SECURE: 'yes' });
    expect(read).toThrow(EnvironmentError);
    for (const name of ['DATABASE_URL', 'PORT', 'COOKIE_SECURE']) expect(read).toThrow(name);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readEnvironment({ DATABASE_URL, PORT: '', SMTP_URL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readEnvironment({ DATABASE_URL }))).toBe(true);
  });
});
