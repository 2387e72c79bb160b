import { Alert, Button, Checkbox, Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import type { FactValue } from '../../../libs/domain/rules/facts.js';
import type { DeclaredFacts } from '../../../libs/domain/rules/nomination-facts.js';
import { useAct, wish } from '../shared/api/act.js';
import type { AskedFactShown, EligibilityShown } from '../shared/api/answers.js';
import { useToday } from '../shared/session/me.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { eligibilityWords } from './eligibility.words.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

/** Answers by the names of their facts; a question without one is left unknown. */
type Answers = Readonly<Record<string, FactValue>>;

interface Props {
  readonly eligibility: EligibilityShown;
  readonly href: string;
  readonly onDone: () => void;
}

/** One field for each missing fact that one value answers; what was declared before stays. */
export function FactsForm({ eligibility, href, onDone }: Props) {
  const t = useWords(eligibilityWords);
  const words = useWords(common);
  const [answers, setAnswers] = useState<Answers>({});
  const [isEmpty, setEmpty] = useState(false);
  const act = useAct({
    onDone: () => {
      sayDone(t.answered);
      onDone();
    },
  });
  const asked = eligibility.missing.facts.filter(({ answer }) => answer !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isNothing = Object.keys(answers).length === 0;
    setEmpty(isNothing);
    if (!isNothing) act.mutate(wish(href, { facts: declaredWith(eligibility, answers) }));
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t.answerTitle}>
      <Stack gap="md">
        <Text size="sm">{t.answerHint}</Text>
        {act.isError && <ProblemAlert error={act.error} />}
        {isEmpty && (
          <Alert variant="light" color="red" role="alert">
            {t.nothingAnswered}
          </Alert>
        )}
        {asked.map((fact) => (
          <FactField
            key={fact.fact}
            asked={fact}
            value={answers[fact.fact]}
            onChange={(value) => setAnswers(({ [fact.fact]: _, ...others }) => withAnswer(others, fact.fact, value))}
          />
        ))}
        <Group gap="xs">
          <Button type="submit" loading={act.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const withAnswer = (others: Answers, fact: string, value: FactValue | undefined): Answers =>
  value === undefined ? others : { ...others, [fact]: value };

/** Everything that was declared, with the answers in their places. */
function declaredWith({ declared, judgedUnder, missing }: EligibilityShown, answers: Answers): DeclaredFacts {
  const placed = missing.facts.flatMap(({ fact, answer }) => {
    const value = answers[fact];
    return answer === null || value === undefined ? [] : [{ ...answer, value }];
  });
  const inPart = (part: 'values' | 'counts') =>
    Object.fromEntries(placed.filter((one) => one.part === part).map(({ name, value }) => [name, value]));
  const counts = inPart('counts') as Record<string, number>;
  return {
    ...judgedUnder,
    ...declared,
    values: { ...declared?.values, ...inPart('values') },
    ...(Object.keys(counts).length === 0 ? {} : { counts: { ...declared?.counts, ...counts } }),
  };
}

interface FieldProps {
  readonly asked: AskedFactShown;
  readonly value: FactValue | undefined;
  readonly onChange: (value: FactValue | undefined) => void;
}

function FactField({ asked: { question, about, answer }, value, onChange }: FieldProps) {
  const t = useWords(eligibilityWords);
  const say = useSay();
  const today = useToday();
  const label = about === null ? say(question) : `${say(question)} (${say(about)})`;
  switch (answer?.kind) {
    case 'yes-no':
      return (
        <Radio.Group
          label={label}
          value={value === undefined ? '' : String(value)}
          onChange={(chosen) => onChange(chosen === 'true')}
        >
          <Group mt={6}>
            <Radio value="true" label={t.yes} />
            <Radio value="false" label={t.no} />
          </Group>
        </Radio.Group>
      );
    case 'choice':
      return (
        <Radio.Group
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(chosen) => onChange(chosen)}
        >
          <Stack mt={6} gap={6}>
            {answer.choices.map((choice) => (
              <Radio key={choice.value} value={choice.value} label={say(choice.name)} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          min={0}
          decimalSeparator=","
          thousandSeparator="."
          value={typeof value === 'number' ? value : ''}
          onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
        />
      );
    case 'date':
      return (
        <Stack gap={6}>
          <Suspense fallback={<TextInput disabled label={label} />}>
            <DayField
              label={label}
              disabled={value === null}
              value={typeof value === 'string' ? value : ''}
              onChange={(day) => onChange(day === '' ? undefined : day)}
              today={today}
            />
          </Suspense>
          <Checkbox
            label={t.noneOfIt}
            checked={value === null}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? null : undefined)}
          />
        </Stack>
      );
    default:
      return null;
  }
}
