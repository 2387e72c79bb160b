import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { packById } from '../../../libs/domain/rules/pack.js';
import { bookInForce, RULE_PACK_ID } from '../../../libs/domain/rules/rule-pack.stream.js';
import type { RuleBook } from '../../../libs/domain/rules/rows.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** The rule book of a world with what people have verified; undefined in a world nobody has loaded it into. */
export async function ruleBookOf(world: World): Promise<RuleBook | undefined> {
  const stored = await world.reader.state('rule-pack', RULE_PACK_ID);
  return stored === undefined ? undefined : bookInForce(stored.state);
}

const named = (name: Bilingual | undefined, code: string): Bilingual => name ?? { vi: code, en: code };

/** What an award is called; its code in a world without rules. */
export const awardNameIn = (book: RuleBook | undefined, award: string): Bilingual =>
  named(book?.tables.awards.find((row) => row.award === award)?.name, award);

/** What a regime of rules is called; null where none applies yet. */
export const packNameIn = (book: RuleBook | undefined, pack: string | undefined): Bilingual | null =>
  pack === undefined ? null : named(book === undefined ? undefined : packById(book, pack)?.name, pack);
