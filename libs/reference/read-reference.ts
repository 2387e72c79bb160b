import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type Finding, finding } from '../domain/campaign-plan/finding.js';
import { type LocatedYaml, readLocatedYaml } from './located-yaml.js';
import { schemaFindings } from './schema-findings.js';

/** A finding with the line a person opens the file at, counted from 1. */
export interface LocatedFinding extends Finding {
  readonly line: number;
  /** Dotted, for example obligations.3.due.kind. */
  readonly field: string;
}

/** `file` is there exactly when nothing is an error; warnings stand beside it. */
export interface Validation<T> {
  readonly file?: T;
  readonly findings: readonly LocatedFinding[];
}

/**
 * Text of a reference file judged by its schema and then, when its form is right, by `check`. Never throws.
 * Findings come in the order of their lines.
 */
export function validateText<T>(
  text: string,
  schema: z.ZodType<T>,
  check: (file: T) => readonly Finding[],
): Validation<T> {
  const yaml = readLocatedYaml(text);
  if (yaml.errors.length > 0) {
    const findings = yaml.errors.map(({ line, message }) => ({
      ...finding('YAML_INVALID', [], message),
      line,
      field: '',
    }));
    return { findings };
  }
  const parsed = schema.safeParse(yaml.value);
  if (!parsed.success) return { findings: locate(schemaFindings(parsed.error.issues, yaml.value), yaml) };
  const findings = locate(check(parsed.data), yaml);
  return findings.some((found) => found.severity === 'error') ? { findings } : { file: parsed.data, findings };
}

/** Like {@link validateText} for a file; one that cannot be read is a finding, too. */
export function validatePath<T>(
  path: string,
  schema: z.ZodType<T>,
  check: (file: T) => readonly Finding[],
): Validation<T> {
  const text = readTextFile(path);
  if (text === undefined) return { findings: [{ ...finding('FILE_UNREADABLE', [], path), line: 1, field: '' }] };
  return validateText(text, schema, check);
}

/** UTF-8 text of a file without a byte order mark; undefined when it cannot be read. */
export function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

function locate(findings: readonly Finding[], yaml: LocatedYaml): readonly LocatedFinding[] {
  return findings
    .map((found) => ({ ...found, line: yaml.lineOf(found.path), field: found.path.join('.') }))
    .sort((a, b) => a.line - b.line);
}
