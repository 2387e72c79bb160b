import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay, useToday } from '../shared/session/me.js';
import { LinkAnchor, PartLink } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { BackLink } from './back-link.js';
import { arrangeYear, changeLeader, renameCluster, type ClusterFormsIn } from './cluster-forms.js';
import { clusterDetailQuery, clusterPath, type ClusterDetail, type ClusterYearShown } from './clusters-query.js';
import { clustersWords } from './clusters.words.js';
import { Fact } from './fact.js';
import { adminRoute } from './route.js';
import { ShortHistory } from './short-history.js';
import type { UnitListed } from './units-query.js';

interface Props {
  readonly id: string;
  readonly units: readonly UnitListed[];
}

/** One cluster or block: a year of it with its units, and what was said of it before. */
export function ClusterDetails({ id, units }: Props) {
  const t = useWords(clustersWords);
  const say = useSay();
  const query = useQuery(clusterDetailQuery(id));
  return (
    <Stack gap="md">
      <BackLink label={t.back} search={{ part: 'clusters' }} />
      <QueryState query={query}>
        {(cluster) => (
          <>
            <Panel title={say(cluster.name)} hint={t[cluster.kind]}>
              <Years cluster={cluster} units={units} />
            </Panel>
            <Panel title={t.history}>
              <ShortHistory href={clusterPath(id, '/history')} id={id} empty={t.nothingSaid} />
            </Panel>
          </>
        )}
      </QueryState>
    </Stack>
  );
}

function Years({ cluster, units }: { readonly cluster: ClusterDetail; readonly units: readonly UnitListed[] }) {
  const t = useWords(clustersWords);
  const say = useSay();
  const may = useMay();
  const thisYear = Number(useToday().slice(0, 4));
  const { year: asked } = adminRoute.useSearch();
  const find = (year: number | undefined): ClusterYearShown | undefined =>
    cluster.years.find((one) => one.year === year);
  const shown = find(asked) ?? find(thisYear) ?? cluster.years.at(-1);
  const forms: ClusterFormsIn = { t, say, units, thisYear };
  return (
    <Stack gap="sm">
      {cluster.years.length === 0 ? (
        <Text c="dimmed">{t.noYears}</Text>
      ) : (
        <SectionNav label={t.years}>
          {cluster.years.map(({ year }) => (
            <PartLink
              key={year}
              to="/admin"
              search={{ part: 'clusters', cluster: cluster.id, year }}
              isShown={year === shown?.year}
              aria-label={t.yearOf(String(year))}
            >
              {year}
            </PartLink>
          ))}
        </SectionNav>
      )}
      {shown !== undefined && <OfYear cluster={cluster} shown={shown} />}
      {may('organisation.define') && (
        <Group gap="xs" className="vd-no-print">
          {shown !== undefined && (
            <>
              <Button size="compact-sm" variant="default" onClick={() => changeLeader(forms, cluster, shown)}>
                {t.changeLeader}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => arrangeYear(forms, cluster, shown)}>
                {t.changeMembers}
              </Button>
            </>
          )}
          <Button size="compact-sm" variant="default" onClick={() => arrangeYear(forms, cluster)}>
            {t.arrange}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => renameCluster(forms, cluster)}>
            {t.rename}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function OfYear({ cluster, shown }: { readonly cluster: ClusterDetail; readonly shown: ClusterYearShown }) {
  const t = useWords(clustersWords);
  const say = useSay();
  const { number } = useFormats();
  const nameOf = (id: string): string => {
    const unit = cluster.units.find((one) => one.id === id);
    return unit === undefined ? id : say(unit.name);
  };
  const { leader, deputy, members } = shown;
  return (
    <>
      <Stack gap={4} component="dl" m={0}>
        <Fact label={t.leader}>{nameOf(leader)}</Fact>
        <Fact label={t.deputy}>{deputy === undefined ? t.noDeputy : nameOf(deputy)}</Fact>
      </Stack>
      <Text size="sm" c="dimmed">
        {t.counted(number(members.length))}
      </Text>
      <List size="sm" spacing={6} aria-label={t.members}>
        {members.map((id) => (
          <List.Item key={id}>
            <LinkAnchor to="/admin" search={{ unit: id }} size="sm" lh={1.6}>
              {nameOf(id)}
            </LinkAnchor>
          </List.Item>
        ))}
      </List>
    </>
  );
}
