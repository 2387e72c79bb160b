import { ActionIcon, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, type ReactNode } from 'react';
import { COMPOSED_DUTIES } from '../../../libs/domain/campaign-plan/compose.js';
import { useToday } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import type { AwardListed } from './compose-query.js';
import { composeWords } from './compose.words.js';
import type { Filled } from './composed.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

interface Props {
  readonly filled: Filled;
  readonly change: (more: Partial<Filled>) => void;
  readonly awards: readonly AwardListed[];
  /** Names of what must be filled in and is not. */
  readonly missing: readonly string[];
}

/** The lists of a campaign: phases, duties, reviews and award rounds, a row each. */
export function Rows({ filled, change, awards, missing }: Props) {
  const t = useWords(composeWords);
  const say = useSay();
  const { phases, duties, reviews, rounds, from, to } = filled;
  const lacks = (name: string): boolean => missing.includes(name);
  return (
    <>
      <List
        title={t.phases}
        rows={phases}
        fresh={{ text: '', from, to }}
        onChange={(rows) => change({ phases: rows })}
        of={(row, set, i) => (
          <>
            <Line
              label={t.phase(i + 1)}
              value={row.text}
              lacks={lacks(`phases.${i}.text`)}
              onChange={(text) => set({ text })}
            />
            <Day
              label={t.fromOf(t.phase(i + 1))}
              value={row.from}
              lacks={lacks(`phases.${i}.from`)}
              onChange={(day) => set({ from: day })}
            />
            <Day
              label={t.toOf(t.phase(i + 1))}
              value={row.to}
              lacks={lacks(`phases.${i}.to`)}
              onChange={(day) => set({ to: day })}
            />
          </>
        )}
      />
      <List
        title={t.duties}
        hint={t.dutiesHint}
        rows={duties}
        fresh={{ text: '', kind: 'implementing-plan' as const, on: '', yearly: false }}
        onChange={(rows) => change({ duties: rows })}
        of={(row, set, i) => (
          <>
            <Line
              label={t.duty(i + 1)}
              value={row.text}
              lacks={lacks(`duties.${i}.text`)}
              onChange={(text) => set({ text })}
            />
            <Select
              label={t.dutyKind}
              aria-label={t.kindOf(t.duty(i + 1))}
              allowDeselect={false}
              data={COMPOSED_DUTIES.map((kind) => ({ value: kind, label: t[kind] }))}
              value={row.kind}
              onChange={(kind) => set({ kind: COMPOSED_DUTIES.find((one) => one === kind) ?? row.kind })}
            />
            <Day
              label={t.dueOf(t.duty(i + 1))}
              value={row.on}
              lacks={lacks(`duties.${i}.on`)}
              onChange={(on) => set({ on })}
            />
            <Checkbox
              label={t.yearly}
              checked={row.yearly}
              onChange={({ currentTarget }) => set({ yearly: currentTarget.checked })}
            />
          </>
        )}
      />
      <List
        title={t.reviews}
        rows={reviews}
        fresh={{ kind: 'mid-term' as const, on: '' }}
        onChange={(rows) => change({ reviews: rows })}
        of={(row, set, i) => (
          <>
            <Select
              label={t.review(i + 1)}
              allowDeselect={false}
              data={[
                { value: 'mid-term', label: t.midTerm },
                { value: 'final', label: t.final },
              ]}
              value={row.kind}
              onChange={(kind) => set({ kind: kind === 'final' ? 'final' : 'mid-term' })}
            />
            <Day
              label={t.onOf(t.review(i + 1))}
              value={row.on}
              lacks={lacks(`reviews.${i}.on`)}
              onChange={(on) => set({ on })}
            />
          </>
        )}
      />
      <List
        title={t.rounds}
        hint={t.roundsHint}
        rows={rounds}
        fresh={{ kind: 'annual' as const, opens: '', closes: '', award: '' }}
        onChange={(rows) => change({ rounds: rows })}
        of={(row, set, i) => (
          <>
            <Select
              label={t.round(i + 1)}
              allowDeselect={false}
              data={[
                { value: 'annual', label: t.annual },
                { value: 'final', label: t.finalRound },
              ]}
              value={row.kind}
              onChange={(kind) => set({ kind: kind === 'final' ? 'final' : 'annual' })}
            />
            <Day
              label={t.opensOf(t.round(i + 1))}
              value={row.opens}
              lacks={lacks(`rounds.${i}.opens`)}
              onChange={(opens) => set({ opens })}
            />
            <Day
              label={t.closesOf(t.round(i + 1))}
              value={row.closes}
              lacks={lacks(`rounds.${i}.closes`)}
              onChange={(closes) => set({ closes })}
            />
            {awards.length === 0 ? (
              <Line
                label={t.awardOf(t.round(i + 1))}
                value={row.award}
                lacks={lacks(`rounds.${i}.award`)}
                onChange={(award) => set({ award })}
              />
            ) : (
              <Award
                label={t.awardOf(t.round(i + 1))}
                awards={awards.map(({ award, name }) => ({ value: award, label: say(name) }))}
                value={row.award}
                lacks={lacks(`rounds.${i}.award`)}
                onChange={(award) => set({ award })}
              />
            )}
          </>
        )}
      />
    </>
  );
}

interface ListProps<T> {
  readonly title: string;
  readonly hint?: string;
  readonly rows: readonly T[];
  /** A new row. */
  readonly fresh: T;
  readonly onChange: (rows: readonly T[]) => void;
  readonly of: (row: T, set: (more: Partial<T>) => void, place: number) => ReactNode;
}

function List<T>({ title, hint, rows, fresh, onChange, of }: ListProps<T>) {
  const t = useWords(composeWords);
  return (
    <Panel title={title} {...(hint === undefined ? {} : { hint })}>
      <Stack gap="md">
        {rows.map((row, i) => (
          // Rows have no name of their own; their place is what they are known by.
          <Group key={i} gap="xs" align="flex-end" role="group" aria-label={t.rowOf(title, i + 1)}>
            {of(row, (more) => onChange(rows.map((one, n) => (n === i ? { ...one, ...more } : one))), i)}
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t.removeOf(title, i + 1)}
              onClick={() => onChange(rows.filter((_, n) => n !== i))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t.addTo(title)}
            onClick={() => onChange([...rows, fresh])}
          >
            {t.add}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly lacks: boolean;
  readonly onChange: (value: string) => void;
}

function useError(lacks: boolean): { readonly error?: string } {
  const words = useWords(common);
  return lacks ? { error: words.required } : {};
}

function Line({ label, value, lacks, onChange }: FieldProps) {
  const error = useError(lacks);
  return (
    <TextInput
      label={label}
      withAsterisk
      flex="2 1 14rem"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      {...error}
    />
  );
}

function Day({ label, value, lacks, onChange }: FieldProps) {
  const today = useToday();
  const error = useError(lacks);
  return (
    <Suspense fallback={<TextInput disabled label={label} />}>
      <DayField
        label={label}
        withAsterisk
        flex="1 1 10rem"
        today={today}
        value={value}
        onChange={onChange}
        {...error}
      />
    </Suspense>
  );
}

function Award({
  awards,
  value,
  lacks,
  onChange,
  label,
}: FieldProps & { readonly awards: readonly { readonly value: string; readonly label: string }[] }) {
  const error = useError(lacks);
  return (
    <Select
      label={label}
      withAsterisk
      searchable
      flex="2 1 14rem"
      data={awards}
      value={value === '' ? null : value}
      onChange={(award) => onChange(award ?? '')}
      {...error}
    />
  );
}
