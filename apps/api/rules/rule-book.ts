import { bookInForce, RULE_PACK_ID } from '../../../libs/domain/rules/rule-pack.stream.js';
import type { RuleBook } from '../../../libs/domain/rules/rows.js';
import type { World } from '../../../libs/ledger/worlds.js';

/** The rule book of a world with what people have verified; undefined in a world nobody has loaded it into. */
export async function ruleBookOf(world: World): Promise<RuleBook | undefined> {
  const stored = await world.reader.state('rule-pack', RULE_PACK_ID);
  return stored === undefined ? undefined : bookInForce(stored.state);
}
