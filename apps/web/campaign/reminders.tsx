import { List, Text } from '@mantine/core';
import type { NamedPerson } from '../shared/api/answers.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useWords } from '../shared/words/language.js';
import type { LateDuty } from './campaign-query.js';
import { standingWords } from './standing.words.js';

const REMINDERS = { due: 'reminderDue', overdue: 'reminderOverdue', urged: 'reminderUrged' } as const;
const SHOWN_NAMES = 3;

/** Who was told of a duty, when and how. */
export function Reminders({ reminders }: Pick<LateDuty, 'reminders'>) {
  const t = useWords(standingWords);
  const { moment, number } = useFormats();
  const words = useWords(common);
  const named = (people: readonly NamedPerson[]): string => {
    const names = people.slice(0, SHOWN_NAMES).map(({ name }) => name ?? words.unknownPerson);
    const rest = people.length - names.length;
    return rest > 0 ? t.andOthers(names.join(', '), number(rest)) : names.join(', ');
  };
  return reminders.length === 0 ? (
    <Text size="sm" c="dimmed">
      {t.noReminder}
    </Text>
  ) : (
    <List size="sm" spacing={0} c="dimmed">
      {reminders.map(({ kind, at, to }) => (
        <List.Item key={`${kind}${at}${to[0]?.id ?? ''}`}>
          {moment(at)}: {t[REMINDERS[kind]]} {t.toPeople(named(to))}
        </List.Item>
      ))}
    </List>
  );
}
