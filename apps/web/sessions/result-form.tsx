import { Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { lazy, Suspense } from 'react';
import { recordCouncilResult } from '../../../libs/contracts/commands/award.contract.js';
import { useAct, wish } from '../shared/api/act.js';
import { useContractForm } from '../shared/forms/contract-form.js';
import { DraftForm } from '../shared/forms/draft-form.js';
import { useDraft, useKeeping, type Draft } from '../shared/forms/use-draft.js';
import { useToday } from '../shared/session/me.js';
import { Loading } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import type { AgendaShown, SessionShown } from './session-query.js';
import { Thresholds } from './thresholds.js';
import styles from './session.module.css';
import { sessionsWords } from './sessions.words.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

/** What is typed, by the dotted path of its place in the command with underscores for dots. */
type Values = Record<string, string | number>;

const VOTES = ['inFavour', 'against', 'abstained'] as const;
const at = (i: number, name: string): string => `counts_${i}_${name}`;

function bodyOf(values: Values, { dossiers }: SessionShown): Record<string, unknown> {
  return {
    present: values['present'],
    counts: dossiers.map(({ nominationId }, i) => ({
      nominationId,
      ...Object.fromEntries(VOTES.map((vote) => [vote, values[at(i, vote)]])),
      outcome: values[at(i, 'outcome')],
    })),
    minutes: { number: values['minutes_number'], date: values['minutes_date'] },
  };
}

interface Props {
  readonly session: SessionShown;
  readonly onDone: () => void;
}

/** What the tellers counted, dossier by dossier, and where the minutes are; kept on the server while it is typed. */
export default function ResultForm(props: Props) {
  const draft = useDraft<Values>(`recordCouncilResult:${props.session.id}`);
  return draft.before === undefined ? <Loading /> : <Filled {...props} draft={draft} />;
}

function Filled({ session, onDone, draft }: Props & { readonly draft: Draft<Values> }) {
  const t = useWords(sessionsWords);
  const today = useToday();
  const act = useAct({
    onDone: () => {
      draft.drop();
      sayDone(t.recorded);
      onDone();
    },
  });
  const names = [
    'present',
    ...session.dossiers.flatMap((_, i) => [...VOTES, 'outcome'].map((name) => at(i, name))),
    'minutes_number',
    'minutes_date',
  ];
  const form = useContractForm<Values>({
    schema: recordCouncilResult,
    omit: ['sessionId', 'visit'],
    initialValues: { ...Object.fromEntries(names.map((name) => [name, ''])), ...draft.before },
    toBody: (values) => bodyOf(values, session),
    required: names,
    error: act.error,
  });
  const { values } = form;
  useKeeping(draft, values);
  const submit = form.onSubmit((given) =>
    act.mutate(
      wish(`/api/v1/sessions/${encodeURIComponent(session.id)}/result`, {
        ...bodyOf(given, session),
        visit: session.visit,
      }),
    ),
  );
  return (
    <DraftForm label={t.recordTitle} send={t.record} act={act} draft={draft} onSubmit={submit}>
      <Text size="sm">{t.recordHint}</Text>
      <NumberInput
        label={t.present}
        description={t.members(String(session.members))}
        withAsterisk
        min={0}
        maw={260}
        {...form.getInputProps('present')}
      />
      {session.dossiers.map((dossier, i) => (
        <CountFields key={dossier.nominationId} dossier={dossier} place={i} form={form} members={session.members} />
      ))}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput label={t.minutesNumber} withAsterisk miw={180} {...form.getInputProps('minutes_number')} />
        <Suspense fallback={<TextInput disabled label={t.minutesDate} />}>
          <DayField
            label={t.minutesDate}
            withAsterisk
            miw={180}
            today={today}
            {...form.getInputProps('minutes_date')}
            value={String(values['minutes_date'] ?? '')}
          />
        </Suspense>
      </Group>
    </DraftForm>
  );
}

interface CountProps {
  readonly dossier: AgendaShown;
  readonly place: number;
  readonly form: UseFormReturnType<Values>;
  readonly members: number;
}

/** The votes on one nominee. Which majority approves is the council's rule: the conclusion is said, never computed. */
function CountFields({ dossier, place, form, members }: CountProps) {
  const t = useWords(sessionsWords);
  const words = useWords(common);
  const say = useSay();
  const { number } = useFormats();
  const who = dossier.subject.name ?? words.erased;
  const { values } = form;
  const [inFavour = 0, ...others] = VOTES.map((vote) => Number(values[at(place, vote)] ?? 0));
  const isTooMany = inFavour + others.reduce((sum, votes) => sum + votes, 0) > Number(values['present'] ?? 0);
  const refused = form.errors[`counts_${place}`];
  return (
    <fieldset className={styles['dossier']}>
      <legend>
        {number(place + 1)}. {who}
      </legend>
      <Stack gap="xs">
        <Text size="sm">
          {say(dossier.awardName)} · {say(dossier.unit.name)}
        </Text>
        <Thresholds dossier={dossier} />
        {!dossier.waits && <Text size="sm">{t.moved}</Text>}
        <Group grow align="flex-start" preventGrowOverflow={false}>
          {VOTES.map((vote) => (
            <NumberInput
              key={vote}
              label={t[vote]}
              aria-label={t.of(t[vote], who)}
              withAsterisk
              min={0}
              miw={110}
              {...form.getInputProps(at(place, vote))}
            />
          ))}
        </Group>
        {values[at(place, 'inFavour')] !== '' && (
          <Text size="sm" role="status">
            {t.share(number(members === 0 ? 0 : (inFavour * 100) / members))}
          </Text>
        )}
        {(refused !== undefined || (values['present'] !== '' && isTooMany)) && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {refused ?? t.tooMany}
          </Text>
        )}
        <Radio.Group
          label={t.conclusion}
          aria-label={t.conclusionOf(who)}
          withAsterisk
          {...form.getInputProps(at(place, 'outcome'))}
          value={String(values[at(place, 'outcome')] ?? '')}
        >
          <Group mt={6}>
            <Radio value="approved" label={t.approved} />
            <Radio value="not-approved" label={t.notApproved} />
          </Group>
        </Radio.Group>
      </Stack>
    </fieldset>
  );
}
