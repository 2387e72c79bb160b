import { Button, Grid, List, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMay, useToday } from '../shared/session/me.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { ClusterDetails } from './cluster-details.js';
import { defineNewCluster } from './cluster-forms.js';
import { clustersListQuery, type ClusterListed } from './clusters-query.js';
import { clustersWords } from './clusters.words.js';
import { adminRoute } from './route.js';
import { unitsOnQuery } from './units-query.js';

/** Clusters and blocks: who belongs to them and who leads them, year by year. */
export function ClustersPart() {
  const t = useWords(clustersWords);
  const { cluster } = adminRoute.useSearch();
  const units = useQuery(unitsOnQuery(undefined));
  return (
    <QueryState query={units}>
      {(known) => (
        <Grid>
          <Grid.Col span={{ base: 12, md: 5 }} {...(cluster === undefined ? {} : { visibleFrom: 'md' })}>
            <Clusters chosen={cluster} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }} {...(cluster === undefined ? { visibleFrom: 'md' } : {})}>
            {cluster === undefined ? (
              <Panel title={t.members}>
                <Empty title={t.choose} />
              </Panel>
            ) : (
              <ClusterDetails id={cluster} units={known} />
            )}
          </Grid.Col>
        </Grid>
      )}
    </QueryState>
  );
}

function Clusters({ chosen }: { readonly chosen: string | undefined }) {
  const t = useWords(clustersWords);
  const may = useMay();
  const navigate = adminRoute.useNavigate();
  const query = useInfiniteQuery(clustersListQuery);
  const open = (cluster: string): void => void navigate({ search: { part: 'clusters', cluster } });
  return (
    <Panel
      title={t.title}
      hint={t.hint}
      aside={
        may('organisation.define') && (
          <Button size="compact-sm" variant="default" onClick={() => defineNewCluster(t, open)}>
            {t.define}
          </Button>
        )
      }
    >
      <QueryState query={query}>
        {({ pages }) => {
          const clusters = pages.flatMap(({ items }) => items);
          if (clusters.length === 0) return <Empty title={t.none} hint={t.noneHint} />;
          return (
            <Stack gap="xs">
              <List listStyleType="none" spacing={6}>
                {clusters.map((one) => (
                  <List.Item key={one.id}>
                    <Cluster cluster={one} isChosen={one.id === chosen} />
                  </List.Item>
                ))}
              </List>
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </QueryState>
    </Panel>
  );
}

interface ClusterProps {
  readonly cluster: ClusterListed;
  readonly isChosen: boolean;
}

function Cluster({ cluster: { id, name, leader, members }, isChosen }: ClusterProps) {
  const t = useWords(clustersWords);
  const say = useSay();
  const { number } = useFormats();
  const year = useToday().slice(0, 4);
  return (
    <>
      <LinkAnchor
        to="/admin"
        search={{ part: 'clusters', cluster: id }}
        aria-current={isChosen ? 'true' : undefined}
        fw={isChosen ? 700 : 500}
      >
        {say(name)}
      </LinkAnchor>
      <Text size="sm" c="dimmed">
        {leader === null ? t.notArranged(year) : t.ledBy(year, say(leader.name), number(members))}
      </Text>
    </>
  );
}
