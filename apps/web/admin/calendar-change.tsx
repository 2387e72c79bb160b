import { Button, Group, List, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { changeCalendarDay } from '../../../libs/contracts/commands/organisation.contract.js';
import { CALENDAR_DAY_NAMES } from '../../../libs/contracts/state-names.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { CALENDAR_DAY_KINDS, type CalendarDay } from '../../../libs/domain/calendar/working-calendar.js';
import { useAct, wish } from '../shared/api/act.js';
import type { NamedUnit } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { useContractForm } from '../shared/forms/contract-form.js';
import { useToday } from '../shared/session/me.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { calendarWords } from './calendar.words.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

interface PreviewShown {
  readonly steps: readonly {
    readonly nominationId: string;
    readonly unit: NamedUnit;
    readonly step: Bilingual;
    readonly from: string;
    readonly to: string;
  }[];
  readonly reminders: number;
  readonly atLeast: boolean;
}

interface Props {
  /** A day that is there already, to be changed. */
  readonly day: CalendarDay | undefined;
  readonly onDone: () => void;
}

/** Changes one day of the calendar; what would be planned anew is shown before anything is saved. */
export function CalendarChange({ day, onDone }: Props) {
  const t = useWords(calendarWords);
  const words = useWords(common);
  const say = useSay();
  const today = useToday();
  const act = useAct({
    onDone: () => {
      sayDone(t.saved);
      form.reset();
      onDone();
    },
  });
  const form = useContractForm({
    schema: changeCalendarDay,
    initialValues: {
      date: day?.date ?? '',
      kind: day?.kind ?? 'holiday',
      name: day?.nameVi ?? day?.name ?? '',
      source: '',
      reason: '',
    },
    required: ['date', 'reason'],
    error: act.error,
  });
  const { date, kind } = form.getValues();
  const submit = form.onSubmit(({ date: on, ...body }) => act.mutate(wish(`/api/v1/calendar/days/${on}`, body, 'PUT')));
  const kinds = [
    ...CALENDAR_DAY_KINDS.map((one) => ({ value: one, label: say(CALENDAR_DAY_NAMES[one]) })),
    { value: 'none', label: t.ordinary },
  ];
  return (
    <Panel title={t.change} hint={t.changeHint}>
      <form onSubmit={submit} noValidate aria-label={t.change}>
        <Stack gap="sm">
          {act.isError && <ProblemAlert error={act.error} />}
          <Group grow preventGrowOverflow={false} align="flex-start" gap="sm">
            <Suspense fallback={<TextInput disabled label={t.date} />}>
              <DayField
                label={t.date}
                withAsterisk
                {...form.getInputProps('date')}
                value={date}
                today={day?.date ?? today}
              />
            </Suspense>
            <Select label={t.kind} withAsterisk allowDeselect={false} data={kinds} {...form.getInputProps('kind')} />
          </Group>
          {date !== '' && <Preview date={date} kind={kind} />}
          <Group grow preventGrowOverflow={false} align="flex-start" gap="sm">
            <TextInput label={t.name} withAsterisk {...form.getInputProps('name')} />
            <TextInput label={t.source} description={t.sourceHint} withAsterisk {...form.getInputProps('source')} />
          </Group>
          <Textarea label={t.reason} withAsterisk autosize minRows={2} {...form.getInputProps('reason')} />
          <Group gap="xs">
            <Button type="submit" loading={act.isPending}>
              {t.save}
            </Button>
            {day !== undefined && (
              <Button variant="default" onClick={onDone}>
                {words.cancel}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

const SHOWN = 20;

/** What the engine would plan anew. */
function Preview({ date, kind }: { readonly date: string; readonly kind: string }) {
  const t = useWords(calendarWords);
  const say = useSay();
  const { number, day } = useFormats();
  const query = useQuery({
    queryKey: ['calendar', 'preview', date, kind],
    queryFn: ({ signal }) => request<PreviewShown>(address('/api/v1/calendar/preview', { date, kind }), { signal }),
    meta: { follows: { kinds: ['calendar'] } },
  });
  return (
    <Stack gap={4} component="section" aria-label={t.look} aria-live="polite">
      <Text fw={600}>{t.look}</Text>
      <QueryState query={query}>
        {({ steps, reminders, atLeast }) => (
          <>
            <Text size="sm">{steps.length === 0 ? t.noSteps : t.steps(number(steps.length))}</Text>
            {steps.length > 0 && (
              <List size="sm" spacing={2}>
                {steps.slice(0, SHOWN).map(({ nominationId, unit, step, from, to }) => (
                  <List.Item key={nominationId}>
                    <LinkAnchor to="/nominations/$nominationId" params={{ nominationId }}>
                      {say(unit.name)}
                    </LinkAnchor>
                    : {say(step)}, {t.stepFromTo(day(from), day(to))}
                  </List.Item>
                ))}
              </List>
            )}
            <Text size="sm">{reminders === 0 ? t.noReminders : t.reminders(number(reminders))}</Text>
            {atLeast && <Text size="sm">{t.atLeast}</Text>}
            <Text size="sm" c="dimmed">
              {t.never}
            </Text>
          </>
        )}
      </QueryState>
    </Stack>
  );
}
