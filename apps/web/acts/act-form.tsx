import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { lazy, Suspense, type KeyboardEvent, type ReactNode } from 'react';
import { useAct, wish } from '../shared/api/act.js';
import { fieldName, useContractForm } from '../shared/forms/contract-form.js';
import { DraftState } from '../shared/forms/draft-form.js';
import { PersonField } from '../shared/forms/person-field.js';
import { useDraft, useKeeping, type Draft } from '../shared/forms/use-draft.js';
import { useToday } from '../shared/session/me.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { sayDone, sayProblem } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useLanguage, useWords } from '../shared/words/language.js';
import { formOf, type ActField, type OfferedAct } from './act-forms.js';
import { ACT_SCHEMAS } from './act-schemas.js';
import { actsWords } from './acts.words.js';
import { holdBack } from './held-back.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

type Values = Record<string, string>;

/** Ids the server makes or the address says, and the step that was seen. */
const NOT_TYPED = [
  'nominationId',
  'registrationId',
  'reportId',
  'decisionId',
  'sessionId',
  'dispatchId',
  'activityId',
  'exampleId',
  'visit',
];

interface Props {
  readonly act: OfferedAct;
  /** What it ends: a task's id, or a dossier's. Drafts are kept under it. */
  readonly about: string;
  /** Whose matter it is, for the moment in which it can be undone. */
  readonly whose: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The form of one act. What is typed is kept on the server; a refusal stands beside what it is about. */
export default function ActForm(props: Props) {
  const draft = useDraft<Values>(`${props.act.command}:${props.about}`);
  if (draft.before === undefined) return <Loading />;
  return <Filled {...props} draft={draft} />;
}

const isEmpty = (values: Values): boolean => Object.values(values).every((value) => value === '');

function Filled({ act, about, whose, onDone, onCancel, draft }: Props & { readonly draft: Draft<Values> }) {
  const t = useWords(actsWords);
  const words = useWords(common);
  const { language } = useLanguage();
  const { fields, label, tone, undoable } = formOf(act.command);
  const sending = useAct({
    onDone: () => {
      draft.drop();
      sayDone(t.done);
      onDone();
    },
  });
  const empty = Object.fromEntries(fields.map(({ name }) => [fieldName(name), '']));
  const form = useContractForm<Values>({
    initialValues: { ...empty, ...draft.before },
    schema: ACT_SCHEMAS[act.command],
    error: sending.error,
    toBody: (values) => ({ ...act.given, ...bodyOf(values, fields) }),
    omit: NOT_TYPED,
    required: fields.flatMap(({ name, required }) => (required === true ? [fieldName(name)] : [])),
  });
  const { values } = form;
  useKeeping(draft, values, !isEmpty(values));

  const submit = form.onSubmit((given) => {
    const wanted = wish(act.href, {
      ...act.given,
      ...bodyOf(given, fields),
      ...(act.visit === undefined ? {} : { visit: act.visit }),
    });
    if (undoable !== true) {
      sending.mutate(wanted);
      return;
    }
    holdBack({
      about,
      label: t.willSend(t[label], whose),
      wish: wanted,
      onDone: () => draft.drop(),
      onFailed: (error) => sayProblem(error, language),
    });
    onDone();
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} noValidate aria-label={t[label]}>
      <Stack gap="sm">
        {sending.isError && <ProblemAlert error={sending.error} />}
        {fields.map((field, index) => (
          <Field
            key={field.name}
            field={field}
            isFirst={index === 0}
            given={form.getInputProps(fieldName(field.name))}
            unit={act.unit}
          />
        ))}
        <DraftState draft={draft} />
        <Group gap="xs">
          <Button
            type="submit"
            color={tone === 'bad' ? 'red' : 'blue'}
            loading={sending.isPending}
            data-autofocus={fields.length === 0 || undefined}
          >
            {t[label]}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {t.sendHint}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}

/** The body for what was typed: what was left empty is left out, `document.number` stands inside `document`. */
function bodyOf(values: Values, fields: readonly ActField[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const { name, required, type } of fields) {
    const value = values[fieldName(name)] ?? '';
    if (value === '' && required !== true) continue;
    const [outer = '', inner] = name.split('.');
    if (type === 'count') body[outer] = value === '' ? value : Number(value);
    else if (inner === undefined) body[outer] = value;
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: value };
  }
  return body;
}

interface FieldProps {
  readonly field: ActField;
  readonly isFirst: boolean;
  readonly unit: string | undefined;
  readonly given: ReturnType<UseFormReturnType<Values>['getInputProps']>;
}

function Field({ field, isFirst, given, unit }: FieldProps) {
  const t = useWords(actsWords);
  const today = useToday();
  const shared = {
    label: t[field.label],
    ...(field.hint === undefined ? {} : { description: t[field.hint] }),
    withAsterisk: field.required === true,
    autoFocus: isFirst,
    ...given,
  };
  switch (field.type) {
    case 'text':
      return <Textarea autosize minRows={3} maxRows={14} {...shared} />;
    case 'line':
      return <TextInput {...shared} />;
    case 'count':
      return <TextInput inputMode="numeric" {...shared} />;
    case 'person':
      return (
        <PersonField
          label={t[field.label]}
          unit={unit}
          {...(field.role === undefined ? {} : { role: field.role })}
          value={String(given.value ?? '')}
          onChange={given.onChange as (person: string) => void}
          error={given.error as ReactNode}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          data={['', ...(field.choices ?? [])].map((choice) =>
            typeof choice === 'string' ? choice : { value: choice.value, label: t[choice.label] },
          )}
          {...shared}
        />
      );
    case 'day':
      return (
        <Suspense fallback={<TextInput disabled label={t[field.label]} />}>
          <DayField
            {...shared}
            value={String(given.value ?? '')}
            onChange={given.onChange as (day: string) => void}
            today={today}
          />
        </Suspense>
      );
  }
}
