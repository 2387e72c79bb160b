import type { z } from 'zod';
import { type Finding, type FindingPath, finding } from '../domain/campaign-plan/finding.js';

type Issue = z.core.$ZodIssue;

/** What a schema refuses, in the words of the checks: which field, why, and the way out. */
export function schemaFindings(issues: readonly Issue[], value: unknown): readonly Finding[] {
  return issues.flatMap((issue) => fromIssue(issue, value));
}

function fromIssue(issue: Issue, root: unknown): readonly Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => finding('FIELD_UNKNOWN', [...path, key], key));
    case 'invalid_type':
      if (valueAt(root, path) === undefined) return [finding('FIELD_MISSING', path, name)];
      return [finding('VALUE_INVALID', path, shown(root, path), issue.expected)];
    case 'invalid_value':
      if (valueAt(root, path) === undefined) return [finding('FIELD_MISSING', path, name)];
      return [finding('VALUE_INVALID', path, shown(root, path), issue.values.map(String).join(' | '))];
    case 'invalid_union': {
      const tag = issue.discriminator === undefined ? path : [...path, issue.discriminator];
      if (valueAt(root, tag) === undefined) return [finding('FIELD_MISSING', tag, nameOf(tag))];
      return [finding('VALUE_INVALID', tag, shown(root, tag), options(issue) || issue.message)];
    }
    case 'too_small':
      return [finding('VALUE_INVALID', path, shown(root, path), `>= ${issue.minimum} (${issue.origin})`)];
    case 'too_big':
      return [finding('VALUE_INVALID', path, shown(root, path), `<= ${issue.maximum} (${issue.origin})`)];
    default:
      if (valueAt(root, path) === undefined) return [finding('FIELD_MISSING', path, name)];
      return [finding('VALUE_INVALID', path, shown(root, path), issue.message)];
  }
}

/** The values a union of literals or of tagged objects would have taken. */
function options(issue: Extract<Issue, { readonly code: 'invalid_union' }>): string {
  const values = issue.errors.flatMap((branch) =>
    branch.flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : [])),
  );
  return [...new Set(values)].join(' | ');
}

const nameOf = (path: FindingPath): string => String(path.at(-1) ?? '');

function valueAt(root: unknown, path: FindingPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

function shown(root: unknown, path: FindingPath): string {
  const value = valueAt(root, path);
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'object' && value !== null ? '{…}' : `“${String(value)}”`;
}
