import { Group, SimpleGrid, Select, Text } from '@mantine/core';
import { IconMedal } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { LinkButton } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Empty, Loading } from '../shared/ui/states.js';
import { useSay, useWords } from '../shared/words/language.js';
import { Activities } from './activities.js';
import { deskWords } from './desk.words.js';
import { useDesks } from './desk-query.js';
import { Duties } from './duties.js';
import { OpenCampaigns } from './open-campaigns.js';
import { Dossiers, Pledges } from './own-work.js';
import { deskRoute } from './route.js';

/** Everything one unit owes and has under way, with the way to do it; of a cluster or block, for the unit that leads it. */
export function DeskPage() {
  const t = useWords(deskWords);
  const say = useSay();
  const navigate = useNavigate({ from: '/desk' });
  const { unit: asked } = deskRoute.useSearch();
  const { desks, desk, isLooking } = useDesks(asked);
  if (desk === undefined) {
    return (
      <PageBody>
        <PageTitle text={t.title} />
        {isLooking ? <Loading /> : <Empty title={t.noUnit} hint={t.noUnitHint} />}
      </PageBody>
    );
  }
  const isUnit = desk.by === desk.id;
  return (
    <PageBody>
      <Group justify="space-between" align="end" gap="sm">
        <PageTitle text={desks.length > 1 ? t.title : `${t.title}: ${say(desk.name)}`} />
        <Group align="end" gap="sm">
          {desks.length > 1 && (
            <Select
              label={t.unit}
              data={desks.map(({ id, name }) => ({ value: id, label: say(name) }))}
              value={desk.id}
              allowDeselect={false}
              onChange={(id) => {
                if (id !== null) void navigate({ search: (before) => ({ ...before, unit: id }) });
              }}
            />
          )}
          {isUnit && (
            <LinkButton
              to="/desk/nominate"
              search={{ unit: desk.id }}
              leftSection={<IconMedal size={18} aria-hidden />}
            >
              {t.nominate}
            </LinkButton>
          )}
        </Group>
      </Group>
      {!isUnit && <Text c="dimmed">{t.actsFor(say(desk.name))}</Text>}
      <Duties unit={desk.id} />
      {isUnit ? (
        <>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            <Pledges unit={desk.id} />
            <Dossiers unit={desk.id} />
          </SimpleGrid>
          <Activities unit={desk.id} />
        </>
      ) : (
        <>
          <Pledges unit={desk.id} />
          <OpenCampaigns unit={desk.id} />
        </>
      )}
    </PageBody>
  );
}
