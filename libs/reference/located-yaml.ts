import { type Document, LineCounter, isMap, isNode, isPair, isSeq, parseDocument } from 'yaml';
import type { FindingPath } from '../domain/campaign-plan/finding.js';

/** A YAML text that still knows on which line each of its values stands. */
export interface LocatedYaml {
  readonly value: unknown;
  readonly errors: readonly { readonly line: number; readonly message: string }[];
  /** Line of the value at a path, counted from 1; of the nearest thing around it when it is missing. */
  readonly lineOf: (path: FindingPath) => number;
}

/**
 * Reads YAML 1.2 without dates, anchors to code or custom tags: every scalar is text, a number, a boolean or null.
 * Never throws: syntax errors, repeated keys among them, come back with their lines and `value` is then undefined.
 */
export function readLocatedYaml(text: string): LocatedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false });
  const errors = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split('\n', 1)[0] ?? error.code,
  }));
  return {
    value: errors.length === 0 ? (document.toJS({ maxAliasCount: 0 }) as unknown) : undefined,
    errors,
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
  };
}

function offsetOf(document: Document.Parsed, path: FindingPath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) return offset;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function childOf(
  node: unknown,
  step: string | number,
): { readonly node: unknown; readonly offset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
    if (pair === undefined || !isNode(pair.key)) return undefined;
    // A value on a later line is still found under its name: people look for the field.
    return { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
  }
  if (!isSeq(node) || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return isNode(item) ? { node: item, offset: item.range?.[0] ?? 0 } : undefined;
}
