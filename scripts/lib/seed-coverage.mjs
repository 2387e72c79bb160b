/** What proves each row of the checklist: nodes of the data files, and tests of behaviour on the running product. */

/** Rows of these kinds are something the product does: words in a data file prove nothing of it. */
const BEHAVIOUR = [
  'milestone',
  'obligation',
  'report',
  'gate',
  'target',
  'role',
  'criterion',
  'accountability',
  'anomaly',
];
/** Capabilities that may still say "not yet": council ballots, import of a plan's text, layout of documents. */
const NOT_YET = new Set(['C16', 'C28', 'C31']);
/** Scenarios over several rows; X01 is the import of texts. */
const SCENARIO_NOT_YET = new Set(['X01']);
const ROW = /^[SX]\d+(?:-\d+)?$/;

/** Rows and scenarios of docs/seeds-checklist.md: id, kinds, what has to prove it, whether it may wait. */
export function rowsOf(checklist) {
  return checklist.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const id = cells[1] ?? '';
    if (/^X\d\d$/.test(id)) {
      return [{ id, kind: 'scenario', needs: 'test', mayWait: SCENARIO_NOT_YET.has(id) }];
    }
    if (!/^S\d-\d\d$/.test(id) || cells.length < 7) return [];
    const kind = cells[3] ?? '';
    const kinds = kind
      .toLowerCase()
      .split(/[/()]/)
      .map((part) => part.trim());
    const wanted = [...(cells.at(-2) ?? '').matchAll(/\bC\d\d\b/g)].map(([code]) => code);
    const needs = kinds.some((one) => BEHAVIOUR.includes(one)) ? 'test' : 'data';
    return [{ id, kind, needs, mayWait: wanted.length > 0 && wanted.every((code) => NOT_YET.has(code)) }];
  });
}

/** Ids that stand under `rows` anywhere in a data file. */
export function rowsInData(node) {
  if (Array.isArray(node)) return node.flatMap(rowsInData);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'rows' && Array.isArray(value) ? value.map(String).filter((id) => ROW.test(id)) : rowsInData(value),
  );
}

/** Ids in the names of tests, written out or in the table of a `test.each`. What a comment says proves nothing. */
export function rowsInTests(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const texts = [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].map(
    (match) => match[1] ?? match[2] ?? match[3],
  );
  return texts.flatMap((text) => [...text.matchAll(/\b(?:S\d-\d\d|X\d\d)\b/g)].map(([id]) => id));
}

/** Each row with what proves it: `covered`, `not yet` where that is allowed, else `uncovered`. */
export function judge(rows, inData, inTests) {
  const [data, tests] = [new Set(inData), new Set(inTests)];
  return rows.map((row) => {
    const proofs = [...(data.has(row.id) ? ['data'] : []), ...(tests.has(row.id) ? ['test'] : [])];
    const isCovered = row.needs === 'test' ? tests.has(row.id) : proofs.length > 0;
    return { ...row, proofs, state: isCovered ? 'covered' : row.mayWait ? 'not yet' : 'uncovered' };
  });
}

/** Ids that are claimed somewhere and stand in no checklist: a typing error would prove nothing for ever. */
export function unknownIn(rows, claimed) {
  const known = new Set(rows.map(({ id }) => id));
  return [...new Set(claimed)].filter((id) => !known.has(id)).sort();
}
