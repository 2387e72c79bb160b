import { Group, SimpleGrid, Select } from '@mantine/core';
import { IconMedal } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { LinkButton } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Empty } from '../shared/ui/states.js';
import { useSay, useWords } from '../shared/words/language.js';
import { Activities } from './activities.js';
import { deskWords } from './desk.words.js';
import { useDeskUnits } from './desk-query.js';
import { Duties } from './duties.js';
import { Dossiers, Pledges } from './own-work.js';
import { deskRoute } from './route.js';

/** Everything one unit owes and has under way, with the way to do it. */
export function DeskPage() {
  const t = useWords(deskWords);
  const say = useSay();
  const navigate = useNavigate({ from: '/desk' });
  const { unit: asked } = deskRoute.useSearch();
  const { units, unit } = useDeskUnits(asked);
  if (unit === undefined) {
    return (
      <PageBody>
        <PageTitle text={t.title} />
        <Empty title={t.noUnit} hint={t.noUnitHint} />
      </PageBody>
    );
  }
  return (
    <PageBody>
      <Group justify="space-between" align="end" gap="sm">
        <PageTitle text={units.length > 1 ? t.title : `${t.title}: ${say(unit.name)}`} />
        <Group align="end" gap="sm">
          {units.length > 1 && (
            <Select
              label={t.unit}
              data={units.map(({ id, name }) => ({ value: id, label: say(name) }))}
              value={unit.id}
              allowDeselect={false}
              onChange={(id) => {
                if (id !== null) void navigate({ search: (before) => ({ ...before, unit: id }) });
              }}
            />
          )}
          <LinkButton to="/desk/nominate" search={{ unit: unit.id }} leftSection={<IconMedal size={18} aria-hidden />}>
            {t.nominate}
          </LinkButton>
        </Group>
      </Group>
      <Duties unit={unit.id} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Pledges unit={unit.id} />
        <Dossiers unit={unit.id} />
      </SimpleGrid>
      <Activities unit={unit.id} />
    </PageBody>
  );
}
