import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { ROLES, type Role } from '../../../libs/domain/access/actor.js';
import type { HistoryShown } from '../shared/api/answers.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { historyWords } from './history.words.js';

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** Who did it, as what, and for whom. */
export function Who({ entry: { who } }: { readonly entry: HistoryShown }) {
  const t = useWords(historyWords);
  const { unknownPerson } = useWords(common);
  const say = useSay();
  if (who.id === 'engine') return t.engine;
  const { capacity, onBehalfOf } = who;
  const role = capacity !== undefined && isRole(capacity.role) ? say(ROLE_NAMES[capacity.role]) : undefined;
  return (
    <>
      {who.name ?? unknownPerson}
      {capacity !== undefined && role !== undefined && ` (${role}, ${say(capacity.unit.name)})`}
      {onBehalfOf !== undefined && `, ${t.onBehalfOf(onBehalfOf.name ?? unknownPerson)}`}
    </>
  );
}
