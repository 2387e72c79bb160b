import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReportField } from '../../../libs/domain/campaign-plan/duties.js';
import { campaignQuery, occurrenceName } from '../campaign/campaign-query.js';
import type { NamedUnit, SealedShown } from '../shared/api/answers.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { AttachedFiles, type AttachedFile } from './attached-files.js';
import { matterQuery, type Owned } from './matter-query.js';
import { mattersWords } from './matters.words.js';

interface ReportOpened {
  readonly obligationId: string;
  readonly occurrence: string;
  readonly campaign: NamedUnit;
  readonly fields: Readonly<Record<string, SealedShown | number>>;
  readonly evidence?: readonly (AttachedFile & { readonly field: string })[];
  readonly sources?: readonly string[];
}

/** A report as it was handed in: every field under its own label, with the files that show it. */
export function ReportMatter({ task }: { readonly task: Owned }) {
  const query = useQuery(matterQuery<ReportOpened>(task));
  return <QueryState query={query}>{(report) => <Report report={report} />}</QueryState>;
}

function Report({ report }: { readonly report: ReportOpened }) {
  const t = useWords(mattersWords);
  const say = useSay();
  const { number } = useFormats();
  const { data } = useQuery(campaignQuery(report.campaign.id));
  const { fields, evidence = [], sources = [], occurrence } = report;
  const asked = data?.file.obligations.find(({ key }) =>
    report.obligationId.startsWith(`${report.campaign.id}.${key}.`),
  );
  const labels = new Map((asked?.fields ?? []).map((field: ReportField) => [field.key, say(field.label)]));
  const period = occurrenceName(occurrence);
  const entries = Object.entries(fields);
  return (
    <Panel title={t.content} {...(period === '' ? {} : { hint: t.period(period) })}>
      {sources.length > 0 && <Text size="sm">{t.sources(number(sources.length))}</Text>}
      {entries.length === 0 && <Text c="dimmed">{t.noFields}</Text>}
      {entries.map(([key, value]) => (
        <Stack key={key} gap={2}>
          <Title order={3} size="h6">
            {labels.get(key) ?? t.content}
          </Title>
          <FieldValue value={value} />
          <AttachedFiles files={evidence.filter(({ field }) => field === key)} />
        </Stack>
      ))}
    </Panel>
  );
}

function FieldValue({ value }: { readonly value: SealedShown | number }) {
  const words = useWords(common);
  const { number } = useFormats();
  return (
    <Text style={{ whiteSpace: 'pre-line' }}>
      {typeof value === 'number' ? number(value) : (value.text ?? words.erased)}
    </Text>
  );
}
