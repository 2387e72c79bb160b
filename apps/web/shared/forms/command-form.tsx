import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { z } from 'zod';
import { useAct, wish } from '../api/act.js';
import type { Accepted } from '../api/answers.js';
import { useToday } from '../session/me.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/language.js';
import { fieldName, useContractForm } from './contract-form.js';

const DayField = lazy(() => import('./day-field.js'));

type Values = Record<string, string | number | boolean | readonly string[]>;

export interface CommandField {
  /** Where it stands in the body; a dotted path reaches into an object. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `many` is several of the choices, `flag` is yes or no; a `year` is a number nobody groups by thousands. */
  readonly type: 'text' | 'line' | 'day' | 'choice' | 'number' | 'year' | 'many' | 'flag';
  readonly required?: boolean;
  /** Sent also when it was left empty: the command asks for it, and empty means something. */
  readonly sentEmpty?: boolean;
  readonly initial?: string | number | boolean | readonly string[];
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

export interface CommandFormProps {
  /** Where it is sent; made of what was typed where a part of it stands in the address. */
  readonly href: string | ((body: Readonly<Record<string, unknown>>) => string);
  readonly method?: 'POST' | 'PUT';
  /** Fields that are typed in and travel in the address alone. */
  readonly inPath?: readonly string[];
  readonly schema: z.ZodObject;
  readonly fields: readonly CommandField[];
  /** What goes with the form without being typed in. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** The same inside an object some of whose fields are typed in. */
  readonly within?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What stands in the address. */
  readonly omit?: readonly string[];
  readonly label: string;
  readonly isEnding?: boolean;
  readonly onDone: (accepted: Accepted) => void;
  readonly onCancel?: () => void;
}

/** The form of one command, in the words of whoever shows it; judged beside each field by the command's own schema. */
export function CommandForm(props: CommandFormProps) {
  const { href, method, inPath = [], schema, fields, fixed = {}, within = {}, omit = [] } = props;
  const { label, isEnding = false, onDone, onCancel } = props;
  const words = useWords(common);
  const act = useAct({ onDone: (accepted) => onDone(accepted) });
  const form = useContractForm<Values>({
    schema,
    omit: [...omit, ...Object.keys(fixed)],
    initialValues: Object.fromEntries(fields.map((field) => [fieldName(field.name), field.initial ?? emptyOf(field)])),
    toBody: (values) => bodyOf(values, fields, within),
    required: fields.filter(({ required }) => required === true).map(({ name }) => fieldName(name)),
    error: act.error,
  });
  const submit = form.onSubmit((values) => {
    const body = { ...bodyOf(values, fields, within), ...fixed };
    const sent = Object.fromEntries(Object.entries(body).filter(([name]) => !inPath.includes(name)));
    act.mutate(wish(typeof href === 'string' ? href : href(body), sent, method));
  });
  return (
    <form onSubmit={submit} noValidate aria-label={label}>
      <Stack gap="sm">
        {act.isError && <ProblemAlert error={act.error} />}
        {fields.map((field) => (
          <Field key={field.name} field={field} given={form.getInputProps(fieldName(field.name))} />
        ))}
        <Group gap="xs">
          <Button type="submit" color={isEnding ? 'red' : 'blue'} loading={act.isPending}>
            {label}
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {words.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

const emptyOf = ({ type }: CommandField): Values[string] => (type === 'many' ? [] : type === 'flag' ? false : '');

const isEmpty = (value: Values[string]): boolean => value === '' || (Array.isArray(value) && value.length === 0);

function bodyOf(
  values: Values,
  fields: readonly CommandField[],
  within: NonNullable<CommandFormProps['within']>,
): Record<string, unknown> {
  const body: Record<string, unknown> = { ...within };
  for (const { name, required, sentEmpty } of fields) {
    const value = values[fieldName(name)] ?? '';
    if (isEmpty(value) && required !== true && sentEmpty !== true) continue;
    const [outer = '', inner] = name.split('.');
    if (inner === undefined) body[outer] = value;
    else body[outer] = { ...(body[outer] as object | undefined), [inner]: value };
  }
  return body;
}

interface Given {
  readonly value?: unknown;
  readonly onChange: (value: never) => void;
  readonly error?: unknown;
}

function Field({ field, given }: { readonly field: CommandField; readonly given: Given }) {
  const today = useToday();
  const { label, hint, required, type, choices } = field;
  const shared = {
    label,
    ...(hint === undefined ? {} : { description: hint }),
    withAsterisk: required === true,
    ...(given as object),
  };
  switch (type) {
    case 'text':
      return <Textarea autosize minRows={3} maxRows={12} {...shared} />;
    case 'line':
      return <TextInput {...shared} />;
    case 'number':
      return <NumberInput decimalSeparator="," thousandSeparator="." {...shared} />;
    case 'year':
      return <NumberInput allowDecimal={false} allowNegative={false} {...shared} />;
    case 'many':
      return <MultiSelect data={choices ?? []} searchable {...shared} />;
    case 'flag':
      return (
        <Checkbox
          label={label}
          description={hint}
          checked={given.value === true}
          onChange={({ currentTarget }) => given.onChange(currentTarget.checked as never)}
        />
      );
    case 'choice':
      return <Select data={choices ?? []} searchable={(choices?.length ?? 0) > 8} {...shared} />;
    case 'day':
      return (
        <Suspense fallback={<TextInput disabled label={label} />}>
          <DayField
            {...shared}
            value={typeof given.value === 'string' ? given.value : ''}
            onChange={given.onChange as (day: string) => void}
            today={today}
          />
        </Suspense>
      );
  }
}
