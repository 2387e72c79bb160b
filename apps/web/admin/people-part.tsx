import { Button, Grid, Group, List, ScrollArea, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { useMay } from '../shared/session/me.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { peopleQuery, type PersonListed } from './people-query.js';
import { peopleWords } from './people.words.js';
import { PersonDetails } from './person-details.js';
import { registerSomebody } from './person-forms.js';
import { adminRoute } from './route.js';
import { unitsOnQuery, type UnitListed } from './units-query.js';

/** Who holds what: of a unit or of all, found by any part of the name. */
export function PeoplePart() {
  const t = useWords(peopleWords);
  const { person } = adminRoute.useSearch();
  const units = useQuery(unitsOnQuery(undefined));
  return (
    <QueryState query={units}>
      {(known) => (
        <Grid>
          <Grid.Col span={{ base: 12, md: 5 }} {...(person === undefined ? {} : { visibleFrom: 'md' })}>
            <People units={known} chosen={person} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }} {...(person === undefined ? { visibleFrom: 'md' } : {})}>
            {person === undefined ? (
              <Panel title={t.positions}>
                <Empty title={t.choose} />
              </Panel>
            ) : (
              <PersonDetails id={person} units={known} />
            )}
          </Grid.Col>
        </Grid>
      )}
    </QueryState>
  );
}

function People({ units, chosen }: { readonly units: readonly UnitListed[]; readonly chosen: string | undefined }) {
  const t = useWords(peopleWords);
  const say = useSay();
  const may = useMay();
  const { unit } = adminRoute.useSearch();
  const navigate = adminRoute.useNavigate();
  const [search, setSearch] = useState('');
  const [q] = useDebouncedValue(search, 250);
  const query = useInfiniteQuery(peopleQuery({ unit, q: q === '' ? undefined : q }));
  const show = (next: string | null): void =>
    void navigate({
      search: next === null ? { part: 'people' } : { part: 'people', unit: next },
      replace: true,
    });
  return (
    <Panel
      title={t.title}
      hint={t.hint}
      aside={
        may('person.define') && (
          <Button size="compact-sm" variant="default" onClick={() => registerSomebody(t)}>
            {t.register}
          </Button>
        )
      }
    >
      <Group grow preventGrowOverflow={false} align="flex-start" gap="xs">
        <TextInput
          type="search"
          label={t.search}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Select
          label={t.unit}
          placeholder={t.anyUnit}
          searchable
          clearable
          value={unit ?? null}
          onChange={show}
          data={units.map(({ id, name }) => ({ value: id, label: `${say(name)} (${id})` }))}
        />
      </Group>
      <QueryState query={query}>
        {({ pages }) => {
          const people = pages.flatMap(({ items }) => items);
          return (
            <Stack gap="xs">
              {people.length === 0 && <Empty title={t.nobody} hint={t.nobodyHint} />}
              <ScrollArea.Autosize
                mah={560}
                type="auto"
                viewportProps={{ tabIndex: 0, 'aria-label': t.title, role: 'group' }}
              >
                <List listStyleType="none" spacing={6}>
                  {people.map((one) => (
                    <List.Item key={one.id}>
                      <Somebody person={one} isChosen={one.id === chosen} />
                    </List.Item>
                  ))}
                </List>
              </ScrollArea.Autosize>
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </QueryState>
    </Panel>
  );
}

interface SomebodyProps {
  readonly person: PersonListed;
  readonly isChosen: boolean;
}

function Somebody({ person: { id, name, holdings }, isChosen }: SomebodyProps) {
  const t = useWords(peopleWords);
  const words = useWords(common);
  const say = useSay();
  const held = holdings.map(({ unit, role, title }) => `${title || say(ROLE_NAMES[role])}, ${say(unit.name)}`);
  return (
    <>
      <LinkAnchor
        to="/admin"
        search={({ unit }) => ({ part: 'people', ...(unit === undefined ? {} : { unit }), person: id })}
        aria-current={isChosen ? 'true' : undefined}
        fw={isChosen ? 700 : 500}
      >
        {name ?? words.unknownPerson}
      </LinkAnchor>
      <Text size="sm" c="dimmed">
        {held.length === 0 ? t.nothing : held.join('; ')}
      </Text>
    </>
  );
}
