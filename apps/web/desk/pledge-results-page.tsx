import { Alert, Group, NumberInput, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, wish } from '../shared/api/act.js';
import type { KeptFile } from '../shared/api/upload.js';
import { DraftForm } from '../shared/forms/draft-form.js';
import { FilesField } from '../shared/forms/files-field.js';
import { useDraft, useKeeping, type Draft } from '../shared/forms/use-draft.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty, Loading } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { registrationQuery, type PledgeShown, type RegistrationOpened } from './desk-query.js';
import { formsWords } from './forms.words.js';
import { resultsWords } from './pledge-results.words.js';
import { pledgeResultsRoute } from './route.js';

/** What was reached of one entry: a number where one was pledged, else the unit's word. */
interface Reached {
  readonly value?: number | '';
  readonly claim?: string;
  readonly note?: string;
}
interface Filled {
  readonly entries: Readonly<Record<string, Reached>>;
  readonly files: readonly KeptFile[];
}

const EMPTY: Filled = { entries: {}, files: [] };

/** A unit tells what it reached of its pledge, entry by entry, beside what it had promised. */
export function PledgeResultsPage() {
  const t = useWords(resultsWords);
  const forms = useWords(formsWords);
  const { registrationId } = pledgeResultsRoute.useParams();
  const query = useQuery(registrationQuery(registrationId));
  return (
    <PageBody maw={900}>
      <LinkAnchor to="/desk" size="sm">
        {forms.back}
      </LinkAnchor>
      <PageTitle text={t.title} />
      <QueryState query={query}>{(registration) => <OfRegistration registration={registration} />}</QueryState>
    </PageBody>
  );
}

function OfRegistration({ registration }: { readonly registration: RegistrationOpened }) {
  const t = useWords(resultsWords);
  const say = useSay();
  const draft = useDraft<Filled>(`reportPledgeResults:${registration.id}`);
  const { inForce, results } = registration;
  if (inForce === undefined) return <Empty title={t.notConfirmed} hint={t.notConfirmedHint} />;
  return (
    <>
      <Text fw={600}>{say(registration.campaign.name)}</Text>
      <Text size="sm" c="dimmed">
        {say(registration.unit.name)}
      </Text>
      {results !== undefined && (
        <Alert variant="outline" color="blue">
          {results.status === 'assessed' ? t.assessed : t.waiting}
        </Alert>
      )}
      {results?.status !== 'assessed' &&
        (draft.before === undefined ? (
          <Loading />
        ) : (
          <ResultsForm registration={registration} version={inForce.number} pledges={inForce.pledges} draft={draft} />
        ))}
    </>
  );
}

interface FormProps {
  readonly registration: RegistrationOpened;
  /** The version in force that the results are about. */
  readonly version: number;
  readonly pledges: readonly PledgeShown[];
  readonly draft: Draft<Filled>;
}

/** Whether an entry says what it has to say. */
const isTold = ({ target }: PledgeShown, { value, claim }: Reached = {}): boolean =>
  target === undefined ? claim !== undefined : typeof value === 'number';

function ResultsForm({ registration, version, pledges, draft }: FormProps) {
  const t = useWords(resultsWords);
  const navigate = useNavigate();
  const [filled, setFilled] = useState<Filled>(draft.before ?? EMPTY);
  const [missing, setMissing] = useState<readonly string[]>([]);
  useKeeping(draft, filled);
  const act = useAct({
    onDone: () => {
      draft.drop();
      sayDone(t.done);
      void navigate({ to: '/desk', search: { unit: registration.unit.id } });
    },
  });
  const submit = (): void => {
    const untold = pledges.filter((pledge) => !isTold(pledge, filled.entries[pledge.key])).map(({ key }) => key);
    setMissing(untold);
    if (untold.length > 0) return;
    const items = pledges.map(({ key }) => ({ key, ...filled.entries[key] }));
    const files = filled.files.map(({ digest, name }) => ({ digest, name }));
    const body = { number: version, items, ...(files.length === 0 ? {} : { files }) };
    act.mutate(wish(`/api/v1/registrations/${encodeURIComponent(registration.id)}/results`, body));
  };
  return (
    <DraftForm label={t.title} send={t.send} act={act} draft={draft} onSubmit={submit}>
      {pledges.map((pledge) => (
        <EntryFields
          key={pledge.key}
          pledge={pledge}
          reached={filled.entries[pledge.key] ?? {}}
          isMissing={missing.includes(pledge.key)}
          onChange={(reached) => setFilled({ ...filled, entries: { ...filled.entries, [pledge.key]: reached } })}
        />
      ))}
      <FilesField about={t.title} files={filled.files} onChange={(files) => setFilled({ ...filled, files })} />
    </DraftForm>
  );
}

interface EntryProps {
  readonly pledge: PledgeShown;
  readonly reached: Reached;
  readonly isMissing: boolean;
  readonly onChange: (reached: Reached) => void;
}

function EntryFields({ pledge: { text, target, unit }, reached, isMissing, onChange }: EntryProps) {
  const t = useWords(resultsWords);
  const words = useWords(common);
  const { number } = useFormats();
  const name = text.text ?? words.erased;
  const error = isMissing ? { error: words.required } : {};
  return (
    <Stack gap={6}>
      <Text fw={600}>{name}</Text>
      {target === undefined ? (
        <Radio.Group
          label={t.claim}
          aria-label={t.claimOf(name)}
          withAsterisk
          {...error}
          value={reached.claim ?? ''}
          onChange={(claim) => onChange({ ...reached, claim })}
        >
          <Group mt={6}>
            <Radio value="met" label={t.met} />
            <Radio value="not-met" label={t.notMet} />
          </Group>
        </Radio.Group>
      ) : (
        <NumberInput
          label={t.reached}
          aria-label={t.reachedOf(name)}
          description={t.pledged(number(target), unit ?? '')}
          withAsterisk
          decimalSeparator=","
          thousandSeparator="."
          maw={260}
          {...error}
          value={reached.value ?? ''}
          onChange={(value) => onChange({ ...reached, value: typeof value === 'number' ? value : '' })}
        />
      )}
      <Textarea
        label={t.note}
        aria-label={t.noteOf(name)}
        autosize
        minRows={2}
        value={reached.note ?? ''}
        onChange={({ currentTarget }) => onChange({ ...reached, note: currentTarget.value })}
      />
    </Stack>
  );
}
