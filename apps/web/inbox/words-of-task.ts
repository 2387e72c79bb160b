import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import type { TaskShown } from '../shared/api/answers.js';
import { useToday } from '../shared/session/me.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { inboxWords } from './inbox.words.js';

export interface TaskTexts {
  /** Whose matter it is. */
  readonly whose: (task: TaskShown) => string;
  /** Who has it in hand since when, or who ended it. */
  readonly hands: (task: TaskShown) => string;
  /** Why it is in front of the reader. */
  readonly why: (task: TaskShown) => string;
}

/** A task in words, in the reader's language. */
export function useTaskTexts(): TaskTexts {
  const t = useWords(inboxWords);
  const { unknownPerson } = useWords(common);
  const say = useSay();
  const { since, moment } = useFormats();
  const today = useToday();
  return {
    whose: ({ whose }) => {
      if (whose === null) return t.noSubject;
      if ('erased' in whose) return t.erased;
      return typeof whose.name === 'string' ? whose.name : say(whose.name);
    },
    hands: ({ closed, assignee }) => {
      if (closed !== undefined) return t.closedBy(closed.by.name ?? unknownPerson, moment(closed.at));
      if (assignee === null) return t.unclaimedState;
      const from = assignee.since === null ? '' : since(assignee.since, today);
      return assignee.me ? t.claimedByMe(from) : t.claimedBy(assignee.name ?? unknownPerson, from);
    },
    why: ({ mine }) => {
      if (mine === null) return t.whyNotMine;
      if (mine.by === 'assignment') return t.whyAssigned;
      const [role, unit] = [say(ROLE_NAMES[mine.role]), say(mine.unit.name)];
      return mine.onBehalfOf === undefined
        ? t.whyQueue(role, unit)
        : t.whyDelegated(role, unit, mine.onBehalfOf.name ?? unknownPerson);
    },
  };
}
