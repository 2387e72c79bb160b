import type { FormedAct } from '../acts/act-forms.js';
import { wish, type Wish } from '../shared/api/act.js';
import type { TaskShown } from '../shared/api/answers.js';

/** What can be done with one task or with many at once. */
export type TaskDeed = 'claim' | 'release' | 'pass' | 'giveBack' | 'reassign' | 'delegate' | 'followUp';

export interface DeedValues {
  readonly text: string;
  readonly person: string;
  readonly day: string;
}

type Ending = readonly [command: FormedAct, path: string];
interface Endings {
  readonly good: Ending;
  readonly back?: Ending;
  /** Asks for more than a word may say of many at once. */
  readonly oneByOne?: true;
}

/** How a task is ended, by the kind of work; what is not here is ended on a page of its own. */
const ENDINGS: Readonly<Record<string, Endings>> = {
  'confirm-registration': { good: ['confirmRegistration', 'confirmation'], back: ['returnRegistration', 'return'] },
  'review-report': { good: ['acceptReport', 'acceptance'], back: ['returnReport', 'return'] },
  'acknowledge-report': { good: ['acknowledgeReport', 'acknowledgement'] },
  'acknowledge-document': { good: ['acknowledgeDocument', 'acknowledgement'] },
  'confirm-activity': { good: ['confirmActivity', 'confirmation'], back: ['refuseActivity', 'refusal'] },
  'follow-up-activity': { good: ['followUpActivity', 'follow-up'], oneByOne: true },
  'recognise-example': {
    good: ['recogniseExample', 'recognition'],
    back: ['declineExample', 'decline'],
    oneByOne: true,
  },
};
const TAKES_NOTE: readonly FormedAct[] = ['approveStep', 'confirmRegistration', 'confirmActivity'];
const OF_NOMINATION: Endings = { good: ['approveStep', 'approval'], back: ['returnNomination', 'return'] };
/** Steps of a nomination that end by a meeting, a decision or a supplement. */
const ENDED_OTHERWISE: readonly string[] = ['council', 'decision', 'higher-decision', 'supplement'];

export function endingsOf({ owner, what }: TaskShown): Endings | undefined {
  if (owner.kind !== 'nomination') return ENDINGS[what.kind];
  return ENDED_OTHERWISE.includes(what.kind) ? undefined : OF_NOMINATION;
}

/** The wish that does the deed to a task; undefined where this kind of work is not ended so. */
export function wishFor(deed: TaskDeed, task: TaskShown, { text, person, day }: DeedValues): Wish | undefined {
  const base = `/api/v1/tasks/${encodeURIComponent(task.taskId)}`;
  const endings = endingsOf(task);
  switch (deed) {
    case 'claim':
      return wish(`${base}/claim`);
    case 'release':
      return wish(`${base}/release`);
    case 'reassign':
      return wish(`${base}/reassignment`, { to: person, reason: text });
    case 'delegate':
      return wish(`${base}/delegation`, { to: person, reason: text });
    case 'followUp':
      return wish(`${base}/follow-up`, { on: day }, 'PUT');
    case 'pass': {
      if (endings === undefined || endings.oneByOne === true) return undefined;
      const note = TAKES_NOTE.includes(endings.good[0]) && text !== '' ? { note: text } : {};
      return wish(`${task.owner.href}/${endings.good[1]}`, { visit: task.visit, ...note });
    }
    case 'giveBack':
      return endings?.back === undefined || endings.oneByOne === true
        ? undefined
        : wish(`${task.owner.href}/${endings.back[1]}`, { visit: task.visit, reason: text });
  }
}
