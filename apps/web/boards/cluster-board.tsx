import { Group, List, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { UnitsTable } from '../campaign/units-table.js';
import { occurrenceName } from '../campaign/campaign-query.js';
import { Consolidate } from '../desk/consolidate.js';
import { useDeskUnits } from '../desk/desk-query.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { useSay, useWords } from '../shared/words/language.js';
import {
  clusterQuery,
  clustersQuery,
  consolidationsQuery,
  type ClusterListed,
  type ClusterShown,
} from './boards-query.js';
import { boardsWords } from './boards.words.js';
import { CampaignChoice } from './campaign-choice.js';
import { boardsRoute } from './route.js';
import { WaitingForMe } from './waiting-for-me.js';

/** What the leader of a cluster or block looks after: its members, pledges to confirm, reports to take and to sum up. */
export function ClusterBoard() {
  return (
    <>
      <Members />
      <WaitingForMe />
      <Consolidations />
    </>
  );
}

function Members() {
  const t = useWords(boardsWords);
  const { campaign } = boardsRoute.useSearch();
  const clusters = useQuery(clustersQuery);
  return (
    <Panel title={t.cluster}>
      <QueryState query={clusters}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.noClusters} hint={t.noClustersHint} />
          ) : (
            <Stack gap="sm">
              <Group gap="sm" align="flex-end">
                <ClusterChoice clusters={items} />
                <CampaignChoice />
              </Group>
              {campaign === undefined ? (
                <Text c="dimmed">{t.chooseCampaign}</Text>
              ) : (
                <Standing clusters={items} campaign={campaign} />
              )}
            </Stack>
          )
        }
      </QueryState>
    </Panel>
  );
}

function useCluster(clusters: readonly ClusterListed[]): ClusterListed | undefined {
  const { cluster } = boardsRoute.useSearch();
  return clusters.find(({ id }) => id === cluster) ?? clusters[0];
}

function ClusterChoice({ clusters }: { readonly clusters: readonly ClusterListed[] }) {
  const t = useWords(boardsWords);
  const say = useSay();
  const navigate = boardsRoute.useNavigate();
  const chosen = useCluster(clusters);
  return (
    <Select
      label={t.clusters}
      searchable
      allowDeselect={false}
      miw={300}
      className="vd-no-print"
      value={chosen?.id ?? null}
      onChange={(cluster) =>
        void navigate({ search: (before) => (cluster === null ? before : { ...before, cluster }), replace: true })
      }
      data={clusters.map(({ id, name, mine }) => ({ value: id, label: mine ? t.ledByMe(say(name)) : say(name) }))}
    />
  );
}

interface StandingProps {
  readonly clusters: readonly ClusterListed[];
  readonly campaign: string;
}

function Standing({ clusters, campaign }: StandingProps) {
  const chosen = useCluster(clusters);
  const query = useQuery({ ...clusterQuery(chosen?.id ?? '', campaign), enabled: chosen !== undefined });
  return <QueryState query={query}>{(cluster) => <Cluster cluster={cluster} />}</QueryState>;
}

function Cluster({ cluster: { name, leader, deputy, items, others } }: { readonly cluster: ClusterShown }) {
  const t = useWords(boardsWords);
  const say = useSay();
  return (
    <Stack gap="xs">
      <Text size="sm">
        {[t.leader(say(leader.name)), ...(deputy === null ? [] : [t.deputy(say(deputy.name))])].join(' · ')}
      </Text>
      {items.length > 0 && <UnitsTable label={say(name)} units={items} />}
      {others.length > 0 && (
        <Text size="sm" c="dimmed">
          {t.nothingAsked}: {others.map((unit) => say(unit.name)).join(', ')}
        </Text>
      )}
    </Stack>
  );
}

/** Reports the reader's units have to sum up, summed up here as on their desk. */
function Consolidations() {
  const t = useWords(boardsWords);
  const say = useSay();
  const { units } = useDeskUnits(undefined);
  const query = useQuery(consolidationsQuery(units.map(({ id }) => id)));
  return (
    <Panel title={t.consolidate}>
      <QueryState query={query}>
        {(duties) =>
          duties.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.nothingToConsolidate}
            </Text>
          ) : (
            <List listStyleType="none" spacing="xs">
              {duties.map((duty) => (
                <List.Item key={duty.id}>
                  <Group gap="xs" justify="space-between">
                    <Text>
                      {say(duty.campaign.name)} {occurrenceName(duty.occurrence)}
                    </Text>
                    <Group gap="xs">
                      <DueChip due={duty.due} />
                      <Consolidate duty={duty} />
                    </Group>
                  </Group>
                </List.Item>
              ))}
            </List>
          )
        }
      </QueryState>
    </Panel>
  );
}
