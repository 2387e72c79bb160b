import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Standing } from '../../../libs/domain/targets/evaluate.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import type { CampaignShown } from './campaign-query.js';
import { TargetPlot } from './target-plot.js';
import { targetsQuery, type TargetShown } from './targets-query.js';
import { targetsWords } from './targets.words.js';

/** Every target of the campaign with what was reached of it, as a plot and in figures. */
export function TargetsView({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(targetsWords);
  const say = useSay();
  const { day } = useFormats();
  const query = useQuery(targetsQuery(campaign.id));
  const { targetsNote } = campaign.file;
  return (
    <Panel title={t.title} {...(query.data === undefined ? {} : { hint: t.asOf(day(query.data.asOf)) })}>
      <QueryState query={query}>
        {({ targets }) =>
          targets.length === 0 ? (
            <Empty title={targetsNote === undefined ? t.none : say(targetsNote.text)} />
          ) : (
            <Stack gap="lg">
              {targets.map((target) => (
                <Target key={target.key} target={target} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Panel>
  );
}

const VERDICTS = {
  met: 'met',
  'not-met': 'notMet',
  'not-yet': 'notYet',
  'not-assessable': 'notAssessable',
} as const satisfies Readonly<Record<Standing['verdict'], keyof (typeof targetsWords)['vi']>>;

function Target({ target }: { readonly target: TargetShown }) {
  const t = useWords(targetsWords);
  const say = useSay();
  const name = say(target.text);
  return (
    <Stack gap="xs" component="article" pb="md" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Text fw={600}>
        {name}
        {target.unit !== undefined && ` (${target.unit})`}
      </Text>
      {target.questions.length > 0 && (
        <Text size="sm" c="dimmed">
          {t.openQuestion}
        </Text>
      )}
      <Group align="flex-start" gap="lg">
        <TargetPlot target={target} />
        <div style={{ flex: '1 1 320px', minWidth: 0 }}>
          <WideTable label={name} minWidth={420}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.due}</Table.Th>
                <Table.Th ta="right">{t.wanted}</Table.Th>
                <Table.Th ta="right">{t.reached}</Table.Th>
                <Table.Th ta="right">{t.gap}</Table.Th>
                <Table.Th>{t.verdict}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {target.points.map((point) => (
                <Point key={`${point.key}${point.due}${point.unitId ?? ''}`} point={point} />
              ))}
            </Table.Tbody>
          </WideTable>
        </div>
      </Group>
    </Stack>
  );
}

function Point({ point }: { readonly point: TargetShown['points'][number] }) {
  const t = useWords(targetsWords);
  const say = useSay();
  const { day, number } = useFormats();
  const shown = (value: number | undefined): string => (value === undefined ? '–' : number(value));
  return (
    <Table.Tr>
      <Table.Td>
        {day(point.due)}
        {point.unit !== undefined && (
          <Text size="sm" c="dimmed">
            {say(point.unit.name)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{shown(point.wanted)}</Table.Td>
      <Table.Td ta="right">{point.reported === 0 ? t.noReport : shown(point.reached)}</Table.Td>
      <Table.Td ta="right">{shown(point.gap)}</Table.Td>
      <Table.Td>
        <Badge
          variant="default"
          tt="none"
          {...(point.verdict === 'not-met' ? { c: 'var(--mantine-color-error)' } : {})}
        >
          {t[VERDICTS[point.verdict]]}
        </Badge>
        {point.stretch && (
          <Text span size="sm" c="dimmed">
            {' '}
            {t.stretch}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
