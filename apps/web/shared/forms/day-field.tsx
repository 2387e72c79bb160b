import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import 'dayjs/locale/en-gb';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useState } from 'react';
import { useLanguage, useWords } from '../words/language.js';
import styles from './day-field.module.css';
import { dayFieldWords } from './day-field.words.js';

interface Props extends Omit<DateInputProps, 'value' | 'onChange' | 'locale' | 'valueFormat' | 'defaultDate'> {
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  /** Where the calendar opens: today in the world's time. */
  readonly today: string;
}

/** A day, typed as 30/11/2024 or chosen; held as `YYYY-MM-DD`. Loaded when a form first asks for a day. */
export default function DayField({ value, onChange, today, popoverProps, ...rest }: Props) {
  const { language } = useLanguage();
  // Who has typed a whole day needs no calendar, and it would lie over the button they go to next.
  const [isTyped, setTyped] = useState(false);
  const { placeholder, ...ariaLabels } = useWords(dayFieldWords);
  return (
    <DateInput
      {...rest}
      popoverProps={{ ...popoverProps, ...(isTyped ? { disabled: true } : {}) }}
      onInput={({ currentTarget }) => setTyped(parseDay(currentTarget.value) !== null)}
      onClick={() => setTyped(false)}
      clearable
      hideOutsideDates
      locale={language === 'vi' ? 'vi' : 'en-gb'}
      valueFormat={language === 'vi' ? 'DD/MM/YYYY' : 'D MMM YYYY'}
      placeholder={placeholder}
      ariaLabels={ariaLabels}
      classNames={{ day: styles['day'] ?? '' }}
      dateParser={(text) => parseDay(text)}
      value={value === '' ? null : value}
      defaultDate={today}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}

/** 5/9/2024, 05-09-2024 or 2024-09-05; null for what is no day. */
export function parseDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const iso = year === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)
    ? iso
    : null;
}
