import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCalendarOff, IconClock, IconClockExclamation } from '@tabler/icons-react';
import type { DueShown } from '../api/answers.js';
import { useFormats, useWords } from '../words/language.js';
import styles from './due-chip.module.css';
import { dueWords } from './due.words.js';

/** From here on a date is "soon"; the same days as the first reminder of the usual policy but one. */
const SOON = 3;
const ICONS = {
  none: IconCalendarOff,
  plenty: IconClock,
  soon: IconClockExclamation,
  late: IconAlertTriangle,
} as const;

/** How a date stands: by words and a sign, the colour only says it again. */
export function DueChip({ due }: { readonly due: DueShown | null }) {
  const t = useWords(dueWords);
  const formats = useFormats();
  const level = levelOf(due);
  const Icon = ICONS[level];
  return (
    <span className={`${styles['chip'] ?? ''} ${styles[level] ?? ''}`}>
      <Icon size={14} aria-hidden />
      {due === null ? t.none : wordsFor(due, t, formats.day(due.lastDay), formats.number)}
      {due?.advisory === true && (
        <Tooltip label={t.advisoryHint} multiline w={260}>
          <span>({t.advisory})</span>
        </Tooltip>
      )}
    </span>
  );
}

function levelOf(due: DueShown | null): keyof typeof ICONS {
  if (due === null) return 'none';
  if (due.overdue) return 'late';
  return due.workingDaysLeft <= SOON ? 'soon' : 'plenty';
}

type Words = (typeof dueWords)['vi'];

function wordsFor(due: DueShown, t: Words, day: string, number: (value: number) => string): string {
  const days = number(Math.abs(due.workingDaysLeft));
  if (due.overdue) return due.workingDaysLeft === 0 ? t.overdueRecently(day) : t.overdue(days, day);
  return due.workingDaysLeft === 0 ? t.today(day) : t.left(days, day);
}
