import { Button, Group, List, Modal, Progress, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import type { TaskShown } from '../shared/api/answers.js';
import { PersonField } from '../shared/forms/person-field.js';
import { useMe, useToday } from '../shared/session/me.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useLanguage, useWords } from '../shared/words/language.js';
import { doToAll, type RowResult } from '../shared/api/do-to-all.js';
import { wishFor, type DeedValues, type TaskDeed } from './bulk.js';
import { deedWords } from './deeds.words.js';
import { useTaskTexts } from './words-of-task.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

/** What each deed asks for, and what of it must not be empty. */
const ASKS: Readonly<Record<TaskDeed, readonly (keyof DeedValues)[]>> = {
  claim: [],
  release: [],
  pass: ['text'],
  giveBack: ['text'],
  reassign: ['person', 'text'],
  delegate: ['person', 'text'],
  followUp: ['day'],
};
const isNeeded = (deed: TaskDeed, name: keyof DeedValues): boolean =>
  name === 'person' || (name === 'text' && deed !== 'pass');

interface Props {
  readonly deed: TaskDeed;
  readonly tasks: readonly TaskShown[];
  readonly onClose: () => void;
  /** Told of each task that has been done. */
  readonly onDone: (taskId: string) => void;
}

type Results = ReadonlyMap<string, RowResult>;

/** One deed to one task or to many: what it asks, its progress, and what became of each row. */
export function DeedDialog({ deed, tasks: given, onClose, onDone }: Props) {
  const t = useWords(deedWords);
  const { number } = useFormats();
  const client = useQueryClient();
  // Those it was opened for: the list goes on changing behind it.
  const [tasks] = useState(given);
  const [results, setResults] = useState<Results>();
  const begin = async (values: DeedValues): Promise<void> => {
    const all = new Map<string, RowResult>();
    setResults(all);
    await doToAll(
      tasks,
      (task) => wishFor(deed, task, values),
      (task, result) => {
        all.set(task.taskId, result);
        setResults(new Map(all));
        if (result.kind === 'done') onDone(task.taskId);
      },
    );
    void client.invalidateQueries();
    if (![...all.values()].every(({ kind }) => kind === 'done')) return;
    sayDone(t.allDone(number(all.size)));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t.titled(t[deed], number(tasks.length))} size="lg">
      {results === undefined ? (
        <Asking deed={deed} tasks={tasks} onGo={(values) => void begin(values)} onCancel={onClose} />
      ) : (
        <Outcome tasks={tasks} results={results} onClose={onClose} />
      )}
    </Modal>
  );
}

interface AskingProps extends Pick<Props, 'deed' | 'tasks'> {
  readonly onGo: (values: DeedValues) => void;
  readonly onCancel: () => void;
}

function Asking({ deed, tasks, onGo, onCancel }: AskingProps) {
  const t = useWords(deedWords);
  const words = useWords(common);
  const today = useToday();
  const me = useMe();
  const asks = ASKS[deed];
  const [values, setValues] = useState<DeedValues>({ text: '', person: '', day: '' });
  const [isTried, setTried] = useState(false);
  const set = (name: keyof DeedValues) => (value: string) => setValues((before) => ({ ...before, [name]: value }));
  const missing = asks.filter((name) => isNeeded(deed, name) && values[name].trim() === '');
  const errorOf = (name: keyof DeedValues): string | null =>
    isTried && missing.includes(name) ? words.required : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0) onGo(values);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {tasks.length > 1 && <Text size="sm">{t.passHint}</Text>}
        {asks.includes('person') && (
          <PersonField
            label={t.person}
            description={t.personHint}
            unit={unitOf(tasks) ?? me?.holdings[0]?.unit.id}
            except={me?.person.id}
            value={values.person}
            onChange={set('person')}
            error={errorOf('person')}
          />
        )}
        {asks.includes('text') && (
          <Textarea
            label={isNeeded(deed, 'text') ? t.reason : t.note}
            withAsterisk={isNeeded(deed, 'text')}
            autosize
            minRows={3}
            data-autofocus={asks[0] === 'text' || undefined}
            value={values.text}
            onChange={({ currentTarget }) => set('text')(currentTarget.value)}
            error={errorOf('text')}
          />
        )}
        {asks.includes('day') && (
          <Suspense fallback={<TextInput disabled label={t.day} />}>
            <DayField
              label={t.day}
              description={t.dayHint}
              value={values.day}
              onChange={set('day')}
              today={today}
              minDate={today}
            />
          </Suspense>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" data-autofocus={asks.length === 0 || undefined}>
            {t[deed]}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The unit at which they wait; undefined for work given by name. */
function unitOf(tasks: readonly TaskShown[]): string | undefined {
  const mine = tasks.find((task) => task.mine?.by === 'queue')?.mine;
  return mine?.by === 'queue' ? mine.unit.id : undefined;
}

interface OutcomeProps extends Pick<Props, 'tasks' | 'onClose'> {
  readonly results: Results;
}

function Outcome({ tasks, results, onClose }: OutcomeProps) {
  const t = useWords(deedWords);
  const words = useWords(common);
  const { number } = useFormats();
  const { language } = useLanguage();
  const texts = useTaskTexts();
  const isOver = results.size === tasks.length;
  const failed = tasks.flatMap((task) => {
    const result = results.get(task.taskId);
    return result === undefined || result.kind === 'done' ? [] : [{ task, result }];
  });
  const progress = t.progress(number(results.size), number(tasks.length));
  return (
    <Stack>
      <Progress.Root>
        <Progress.Section value={(100 * results.size) / tasks.length} aria-label={progress} />
      </Progress.Root>
      <Text role="status">
        {isOver ? t.someFailed(number(results.size - failed.length), number(failed.length)) : progress}
      </Text>
      {failed.length > 0 && (
        <List aria-label={t.results} size="sm" spacing="xs">
          {failed.map(({ task, result }) => (
            <List.Item key={task.taskId}>
              <strong>{texts.whose(task)}</strong>:{' '}
              {result.kind === 'skipped'
                ? t.skipped
                : language === 'vi'
                  ? `${result.problem.detailVi} ${result.problem.wayOutVi}`
                  : `${result.problem.detailEn} ${result.problem.wayOutEn}`}
            </List.Item>
          ))}
        </List>
      )}
      {isOver && (
        <Group justify="flex-end">
          <Button onClick={onClose} data-autofocus>
            {words.close}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
