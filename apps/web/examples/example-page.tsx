import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EXAMPLE_NAMES, EXAMPLE_STAGE_NAMES, SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import type { ExampleKind, SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { ExampleStage, Promotion } from '../../../libs/domain/example/example.stream.js';
import { Fact } from '../admin/fact.js';
import { campaignQuery } from '../campaign/campaign-query.js';
import { PastPanel } from '../history/past-panel.js';
import type { NamedUnit, SealedShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { examplesWords } from './examples.words.js';
import { exampleRoute } from './route.js';

interface ExampleShown {
  readonly id: string;
  readonly kind: ExampleKind;
  readonly subject: { readonly kind: SubjectKind; readonly name: SealedShown };
  readonly summary: SealedShown;
  readonly unit: NamedUnit;
  readonly introducedBy: NamedUnit;
  readonly campaign: NamedUnit;
  readonly stage: ExampleStage;
  readonly proposed?: { readonly level: string };
  readonly recognitions: readonly {
    readonly level: string;
    readonly by: NamedUnit;
    readonly number: string;
    readonly date: string;
  }[];
  readonly promotions: readonly { readonly what: Promotion; readonly unit: NamedUnit; readonly on: string }[];
  readonly nominations: readonly string[];
}

const pathOf = (id: string, part = ''): string => `/api/v1/examples/${encodeURIComponent(id)}${part}`;

/** An advanced example as the register has it: who it is, what for, who recognised it and what was done for it since. */
export function ExamplePage() {
  const { exampleId } = exampleRoute.useParams();
  const query = useQuery({
    queryKey: ['example', exampleId],
    queryFn: ({ signal }) => request<ExampleShown>(pathOf(exampleId), { signal }),
    meta: { follows: { ids: [exampleId] } },
  });
  return (
    <PageBody maw={900}>
      <QueryState query={query}>{(example) => <Example example={example} />}</QueryState>
    </PageBody>
  );
}

function Example({ example }: { readonly example: ExampleShown }) {
  const t = useWords(examplesWords);
  const words = useWords(common);
  const say = useSay();
  const { id, subject, kind, unit, introducedBy, campaign, stage, proposed, summary } = example;
  const level = useLevels(campaign.id);
  const name = subject.name.text ?? words.erased;
  const standing = [
    say(EXAMPLE_STAGE_NAMES[stage]),
    ...(proposed === undefined ? [] : [t.proposedFor(level(proposed.level))]),
  ];
  return (
    <>
      <PageTitle text={t.page(name)}>{name}</PageTitle>
      <Panel title={say(EXAMPLE_NAMES[kind])}>
        <Stack gap={4} component="dl" m={0}>
          <Fact label={t.who}>{say(SUBJECT_NAMES[subject.kind])}</Fact>
          <Fact label={t.unit}>{say(unit.name)}</Fact>
          <Fact label={t.introducedBy}>{say(introducedBy.name)}</Fact>
          <Fact label={t.campaign}>
            <LinkAnchor to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
              {say(campaign.name)}
            </LinkAnchor>
          </Fact>
          <Fact label={t.stage}>{standing.join(', ')}</Fact>
        </Stack>
      </Panel>
      <Panel title={t.summary}>
        <Text style={{ whiteSpace: 'pre-line' }}>{summary.text ?? words.erased}</Text>
      </Panel>
      <Deeds example={example} level={level} />
      <PastPanel title={t.history} href={pathOf(id, '/history')} id={id} />
    </>
  );
}

/** Levels of recognition by the words of the campaign's own document. */
function useLevels(campaignId: string): (key: string) => string {
  const say = useSay();
  const { data } = useQuery(campaignQuery(campaignId));
  return (key) => {
    const found = data?.file.exampleRegister?.levels.find((one) => one.key === key);
    return found === undefined ? key : say(found.name);
  };
}

interface DeedsProps {
  readonly example: ExampleShown;
  readonly level: (key: string) => string;
}

function Deeds({ example: { recognitions, promotions, nominations }, level }: DeedsProps) {
  const t = useWords(examplesWords);
  const say = useSay();
  const { day, number } = useFormats();
  return (
    <>
      <Panel title={t.recognitions}>
        {recognitions.length === 0 && <Text c="dimmed">{t.notRecognised}</Text>}
        {recognitions.map((one) => (
          <Text key={`${one.level}/${one.number}`}>
            {t.recognised(level(one.level), say(one.by.name), one.number, day(one.date))}
          </Text>
        ))}
      </Panel>
      <Panel title={t.promotions}>
        {promotions.length === 0 && <Text c="dimmed">{t.notPromoted}</Text>}
        {promotions.map(({ what, unit, on }, i) => (
          <Text key={i}>{t.promoted(say(EXAMPLE_STAGE_NAMES[what]), say(unit.name), day(on))}</Text>
        ))}
      </Panel>
      {nominations.length > 0 && (
        <Panel title={t.nominations}>
          <List listStyleType="none" withPadding={false} spacing={6}>
            {nominations.map((nominationId, i) => (
              <List.Item key={nominationId}>
                <LinkAnchor to="/nominations/$nominationId" params={{ nominationId }} lh={1.6}>
                  {t.nomination(number(i + 1))}
                </LinkAnchor>
              </List.Item>
            ))}
          </List>
        </Panel>
      )}
    </>
  );
}
