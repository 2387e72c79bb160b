import { Badge, List, Stack, Text } from '@mantine/core';
import type { Criterion } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Statement } from '../../../libs/domain/campaign-plan/parts.js';
import type { DocumentRole } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { Panel } from '../shared/ui/panel.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { printedNumber, type CampaignShown } from './campaign-query.js';
import { contentWords } from './content.words.js';

type Text_ = keyof (typeof contentWords)['vi'];

const DOCUMENT_ROLES = {
  adopts: 'documentAdopts',
  parent: 'documentParent',
  basis: 'documentBasis',
  cites: 'documentCites',
  guidance: 'documentGuidance',
  'report-of': 'documentReportOf',
  reorganisation: 'documentReorganisation',
} as const satisfies Readonly<Record<DocumentRole, Text_>>;

const CRITERIA = {
  gate: 'criterionGate',
  scored: 'criterionScored',
  narrative: 'criterionNarrative',
} as const satisfies Readonly<Record<Criterion['kind'], Text_>>;

/** What the campaign says: its documents, what it wants, how it is judged, what it wants in numbers. */
export function ContentView({ campaign: { file } }: { readonly campaign: CampaignShown }) {
  const t = useWords(contentWords);
  return (
    <Stack gap="md">
      <Documents file={file} />
      <Panel title={t.purpose}>
        <Statements items={[...file.purpose, ...file.objectives]} />
      </Panel>
      {file.contents.length > 0 && (
        <Panel title={t.contents}>
          <Statements items={file.contents} />
        </Panel>
      )}
      <Criteria criteria={file.criteria} />
    </Stack>
  );
}

function Statements({ items }: { readonly items: readonly Statement[] }) {
  const say = useSay();
  return (
    <List spacing={4}>
      {items.map(({ key, text }) => (
        <List.Item key={key}>{say(text)}</List.Item>
      ))}
    </List>
  );
}

type File = CampaignShown['file'];

function Documents({ file }: { readonly file: File }) {
  const t = useWords(contentWords);
  const say = useSay();
  const { day } = useFormats();
  return (
    <Panel title={t.documents}>
      <List spacing={4}>
        {file.documents.map((document) => (
          <List.Item key={document.id}>
            {t.numbered(printedNumber(document), document.date === undefined ? t.undated : day(document.date.value))}
            {document.date?.inferred === true && ` (${t.inferred})`}, {document.issuer}{' '}
            <Badge variant="default" tt="none" size="sm">
              {t[DOCUMENT_ROLES[document.role]]}
            </Badge>
            {document.abstract !== undefined && (
              <Text size="sm" c="dimmed">
                {say(document.abstract)}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}

function Criteria({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const t = useWords(contentWords);
  const say = useSay();
  if (criteria.length === 0) return null;
  return (
    <Panel title={t.criteria}>
      <List spacing={4}>
        {criteria.map(({ key, text, kind, anyOf }) => (
          <List.Item key={key}>
            {say(text)}{' '}
            <Badge variant="default" tt="none" size="sm">
              {t[CRITERIA[kind]]}
            </Badge>
            {anyOf !== undefined && (
              <Text span size="sm" c="dimmed">
                {' '}
                {t.anyOf}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
