import { Alert, Group, List, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { dutyTitle } from '../../../libs/contracts/duty-title.js';
import { useState } from 'react';
import type { ReportField } from '../../../libs/domain/campaign-plan/duties.js';
import { dutyOf } from '../../../libs/domain/campaign/campaign-dates.js';
import { campaignQuery, occurrenceName, type CampaignShown } from '../campaign/campaign-query.js';
import { useAct, wish } from '../shared/api/act.js';
import type { DueShown, NamedUnit } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { problemOf } from '../shared/api/problem.js';
import type { KeptFile } from '../shared/api/upload.js';
import { DraftForm } from '../shared/forms/draft-form.js';
import { FilesField } from '../shared/forms/files-field.js';
import { useDraft, useKeeping, type Draft } from '../shared/forms/use-draft.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Loading } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useLanguage, useSay, useWords } from '../shared/words/language.js';
import { registrationQuery, registrationsQuery } from './desk-query.js';
import { formsWords } from './forms.words.js';
import { reportRoute } from './route.js';

interface DutyOpened {
  readonly id: string;
  readonly key: string;
  readonly occurrence: string;
  readonly status: string;
  readonly unit: NamedUnit;
  readonly campaign: NamedUnit;
  readonly due: DueShown | null;
}

type Values = Readonly<Record<string, string | number>>;
interface Filled {
  readonly values: Values;
  readonly phase: string;
  readonly evidence: Readonly<Record<string, readonly KeptFile[]>>;
}

/** The report of a unit, with what it pledged beside the form; kept on the server while it is written. */
export function ReportPage() {
  const t = useWords(formsWords);
  const { obligationId } = reportRoute.useParams();
  const duty = useQuery({
    queryKey: ['obligation', obligationId],
    queryFn: ({ signal }) => request<DutyOpened>(`/api/v1/obligations/${encodeURIComponent(obligationId)}`, { signal }),
    meta: { follows: { ids: [obligationId] } },
  });
  const campaignId = duty.data?.campaign.id ?? '';
  const campaign = useQuery({ ...campaignQuery(campaignId), enabled: campaignId !== '' });
  return (
    <PageBody maw={900}>
      <LinkAnchor to="/desk" size="sm">
        {t.back}
      </LinkAnchor>
      <PageTitle text={t.reportTitle} />
      <QueryState query={duty}>
        {(opened) => <QueryState query={campaign}>{(shown) => <Report duty={opened} campaign={shown} />}</QueryState>}
      </QueryState>
    </PageBody>
  );
}

function Report({ duty, campaign }: { readonly duty: DutyOpened; readonly campaign: CampaignShown }) {
  const t = useWords(formsWords);
  const say = useSay();
  const draft = useDraft<Filled>(`report:${duty.id}`);
  return (
    <>
      <Group gap="sm">
        <Text fw={600}>{t.forPeriod(say(dutyTitle(campaign.file, duty.key)), occurrenceName(duty.occurrence))}</Text>
        <DueChip due={duty.due} />
      </Group>
      <Text size="sm" c="dimmed">
        {say(duty.unit.name)}
      </Text>
      <Pledged unit={duty.unit.id} campaignId={campaign.id} />
      {duty.status !== 'open' ? (
        <Alert variant="outline" color="blue">
          {t.alreadyIn}
        </Alert>
      ) : draft.before === undefined ? (
        <Loading />
      ) : (
        <ReportForm duty={duty} campaign={campaign} draft={draft} />
      )}
    </>
  );
}

/** What the unit promised: the report is about it. */
function Pledged({ unit, campaignId }: { readonly unit: string; readonly campaignId: string }) {
  const t = useWords(formsWords);
  const words = useWords(common);
  const { number } = useFormats();
  const list = useQuery(registrationsQuery(unit));
  const id = list.data?.items.find(({ campaign }) => campaign.id === campaignId)?.id;
  const { data } = useQuery({ ...registrationQuery(id ?? ''), enabled: id !== undefined });
  if (data === undefined) return null;
  return (
    <Panel title={t.pledged} hint={t.pledgedHint}>
      <List size="sm">
        {data.pledges.map(({ key, text, target, unit: measure }) => (
          <List.Item key={key}>
            {text.text ?? words.erased}
            {target !== undefined && `: ${number(target)} ${measure ?? ''}`}
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}

/** A field that must be filled in and is not, or must be shown by a file and is not. */
const isLacking = ({ key, required, evidence }: ReportField, values: Values, files: Filled['evidence']): boolean =>
  (required && values[key] === undefined) || (evidence === 'required' && (files[key] ?? []).length === 0);

const EMPTY: Filled = { values: {}, phase: '', evidence: {} };

interface FormProps {
  readonly duty: DutyOpened;
  readonly campaign: CampaignShown;
  readonly draft: Draft<Filled>;
}

function ReportForm({ duty, campaign, draft }: FormProps) {
  const t = useWords(formsWords);
  const words = useWords(common);
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const fields = dutyOf(campaign.file, duty.key)?.fields ?? [];
  const [filled, setFilled] = useState<Filled>(draft.before ?? EMPTY);
  const [missing, setMissing] = useState<readonly string[]>([]);
  useKeeping(draft, filled);
  const act = useAct({
    onDone: () => {
      draft.drop();
      sayDone(t.submitted);
      void navigate({ to: '/desk', search: { unit: duty.unit.id } });
    },
  });
  const problem = act.isError ? problemOf(act.error) : undefined;
  const phases = campaign.file.phases.filter(
    ({ from, to }) => from.slice(0, 4) <= duty.occurrence && duty.occurrence <= to.slice(0, 4),
  );
  const errorAt = (key: string): string | undefined => {
    if (missing.includes(key)) return words.required;
    const isHere = problem?.field === key || problem?.field === `fields.${key}`;
    return isHere ? (language === 'vi' ? problem?.detailVi : problem?.detailEn) : undefined;
  };
  const submit = (): void => {
    const values = Object.fromEntries(Object.entries(filled.values).filter(([, value]) => value !== ''));
    const lacks = fields.filter((field) => isLacking(field, values, filled.evidence)).map(({ key }) => key);
    setMissing(lacks);
    if (lacks.length > 0) return;
    const evidence = Object.entries(filled.evidence).flatMap(([field, files]) =>
      files.map(({ digest, name }) => ({ field, digest, name })),
    );
    const body = {
      obligationId: duty.id,
      fields: values,
      ...(filled.phase === '' ? {} : { phase: filled.phase }),
      ...(evidence.length === 0 ? {} : { evidence }),
    };
    act.mutate(wish('/api/v1/reports', body));
  };
  return (
    <DraftForm label={t.reportTitle} send={t.submit} act={act} draft={draft} onSubmit={submit}>
      {fields.map((field) => (
        <Field
          key={field.key}
          field={field}
          value={filled.values[field.key] ?? ''}
          error={errorAt(field.key)}
          files={filled.evidence[field.key] ?? []}
          onChange={(value) => setFilled({ ...filled, values: { ...filled.values, [field.key]: value } })}
          onFiles={(files) => setFilled({ ...filled, evidence: { ...filled.evidence, [field.key]: files } })}
        />
      ))}
      {phases.length > 1 && (
        <Select
          label={t.phase}
          description={t.phaseHint}
          data={phases.map(({ key, text }) => ({ value: key, label: say(text) }))}
          value={filled.phase === '' ? null : filled.phase}
          onChange={(phase) => setFilled({ ...filled, phase: phase ?? '' })}
        />
      )}
    </DraftForm>
  );
}

interface FieldProps {
  readonly field: ReportField;
  readonly value: string | number;
  readonly error: string | undefined;
  readonly files: readonly KeptFile[];
  readonly onChange: (value: string | number) => void;
  readonly onFiles: (files: readonly KeptFile[]) => void;
}

function Field({ field, value, error, files, onChange, onFiles }: FieldProps) {
  const t = useWords(formsWords);
  const say = useSay();
  const label = say(field.label);
  const shared = { label, withAsterisk: field.required, ...(error === undefined ? {} : { error }) };
  return (
    <Stack gap={6}>
      {field.kind === 'count' ? (
        <NumberInput
          {...shared}
          value={value}
          onChange={onChange}
          decimalSeparator=","
          thousandSeparator="."
          maw={260}
        />
      ) : (
        <Textarea
          {...shared}
          {...(field.kind === 'list' ? { description: t.list } : {})}
          value={String(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          autosize
          minRows={3}
          maxRows={16}
        />
      )}
      {field.evidence !== undefined && <FilesField about={label} files={files} onChange={onFiles} />}
    </Stack>
  );
}
