/** The rules that recorded verdicts rest on: each must stand in the rule data of its version, itself a proven fact. */
import { canonical, hexOf, utf8 } from './bytes.mjs';
import { must } from './must.mjs';

/** What people verify of a rule is counted behind a plus; the data itself keeps its version. */
const dataVersion = (version) => version.split('+')[0];

/** Rows that verdicts of these events name, with the place of the first event that does. */
function citedRows(events) {
  const cited = new Map();
  for (const { logIndex, payload } of events) {
    const verdict = payload.verdict;
    for (const { row } of verdict?.rules ?? []) {
      const name = `${row} ${verdict.pack.id} ${dataVersion(verdict.pack.version)}`;
      if (!cited.has(name)) cited.set(name, logIndex);
    }
  }
  return cited;
}

/** Every row a verdict of the nomination cites is there, word for word as the rule data had it, and no other is. */
export async function checkRules(bundle, crypto, say) {
  const { kind, id } = bundle.about;
  const own = bundle.events.filter(({ leaf }) => leaf.stream === kind && leaf.streamId === id);
  const cited = citedRows(own);
  const loaded = new Map(
    bundle.events.filter(({ leaf }) => leaf.type === 'rulesLoaded').map((one) => [one.logIndex, one]),
  );
  for (const [i, rule] of bundle.rules.entries()) {
    const name = `${rule.row.id} ${rule.pack} ${rule.version}`;
    must(cited.has(name) && rule.logIndex < cited.get(name), 'rule-of-nothing', `rules[${i}] ${name}`);
    cited.delete(name);
    const book = loaded.get(rule.logIndex)?.payload.book;
    const row = book?.tables[rule.table]?.find((one) => one.id === rule.row.id);
    const instrument = book?.instruments.find(({ code }) => code === rule.row.basis.instrument);
    const isSame =
      row !== undefined &&
      instrument !== undefined &&
      book.version === rule.version &&
      canonical(row) === canonical(rule.row) &&
      canonical(instrument) === canonical(rule.instrument) &&
      hexOf(await crypto.sha256(utf8(canonical(row)))) === rule.digest;
    must(isSame, 'rule-changed', `rules[${i}] ${name}`);
  }
  must(cited.size === 0, 'rule-missing', [...cited.keys()][0]);
  if (bundle.rules.length > 0) say('proven', 'rules', { count: bundle.rules.length });
}
