import { useForm, type UseFormReturnType } from '@mantine/form';
import { useEffect } from 'react';
import type { z } from 'zod';
import { fieldProblems, type FieldProblem } from '../../../../libs/contracts/field-problems.js';
import { problemOf } from '../api/problem.js';
import type { Language } from '../words/catalogue.js';
import { common } from '../words/common.words.js';
import { useLanguage } from '../words/language.js';

type Values = Record<string, unknown>;
type Errors = Record<string, string>;

/** `document.number` in a body is `document_number` in a form: form libraries take a dot for a path of their own. */
export const fieldName = (path: string): string => path.replaceAll('.', '_');

const worded = (problems: readonly FieldProblem[], language: Language): Errors =>
  Object.fromEntries(
    problems.map(({ field, messageVi, messageEn }) => [fieldName(field), language === 'vi' ? messageVi : messageEn]),
  );

interface Options<V extends Values> {
  /** The command's own schema in libs/contracts. */
  readonly schema: z.ZodObject;
  readonly initialValues: V;
  /** What of the command is not typed in: it stands in the address or comes with the act. */
  readonly omit?: readonly string[];
  /** The body that is sent for what was typed; the values themselves if left out. */
  readonly toBody?: (values: V) => Record<string, unknown>;
  /** Fields that must not be left empty although the schema would let them be: the domain would refuse. */
  readonly required?: readonly string[];
  /** The last refusal of the act: what it says of a field is shown beside that field. */
  readonly error?: unknown;
}

/** The schema without the fields that are not typed in; names are only known as data here, which zod's types are not. */
const typedIn = (schema: z.ZodObject, omit: readonly string[]): z.ZodObject =>
  schema.omit(Object.fromEntries(omit.filter((name) => name in schema.shape).map((name) => [name, true])) as never);

/** A form that says of each field what the api would say, before it is sent and after. What was typed stays. */
export function useContractForm<V extends Values>({
  schema,
  initialValues,
  omit = [],
  toBody = (values) => values,
  required = [],
  error,
}: Options<V>): UseFormReturnType<V> {
  const { language } = useLanguage();
  const form = useForm<V>({
    initialValues,
    validate: (values) => {
      const parsed = typedIn(schema, omit).safeParse(toBody(values));
      const formal = parsed.success ? {} : worded(fieldProblems(parsed.error.issues), language);
      const empty = required.filter((name) => values[name] === '' || values[name] == null);
      return { ...formal, ...Object.fromEntries(empty.map((name) => [name, common[language].required])) };
    },
  });
  const { setErrors } = form;
  useEffect(() => {
    if (error == null) return;
    const { errors, field, detailVi, detailEn } = problemOf(error);
    if (errors !== undefined && errors.length > 0) setErrors(worded(errors, language));
    else if (field !== undefined) setErrors({ [fieldName(field)]: language === 'vi' ? detailVi : detailEn });
  }, [error, language, setErrors]);
  return form;
}
