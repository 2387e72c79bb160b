import { Button, Grid, Group, ScrollArea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useMay, useToday } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { adminRoute } from './route.js';
import { SuccessionsPanel } from './successions-panel.js';
import { defineOrChangeUnit } from './unit-forms.js';
import { UnitDetails } from './unit-details.js';
import { UnitTree } from './unit-tree.js';
import { treeOf, unitsOnQuery, type UnitListed } from './units-query.js';
import { unitsWords } from './units.words.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

/** Who is who on a day: the tree of units, each with its past, and what becomes of them. */
export function UnitsPart() {
  const t = useWords(unitsWords);
  const { unit, on } = adminRoute.useSearch();
  const query = useQuery(unitsOnQuery(on));
  return (
    <>
      <QueryState query={query}>
        {(units) => (
          <Grid>
            <Grid.Col span={{ base: 12, md: 5 }} {...(unit === undefined ? {} : { visibleFrom: 'md' })}>
              <Tree units={units} chosen={unit} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 7 }} {...(unit === undefined ? { visibleFrom: 'md' } : {})}>
              {unit === undefined ? (
                <Panel title={t.title}>
                  <Empty title={t.choose} />
                </Panel>
              ) : (
                <UnitDetails id={unit} units={units} />
              )}
            </Grid.Col>
          </Grid>
        )}
      </QueryState>
      <SuccessionsPanel />
    </>
  );
}

function Tree({ units, chosen }: { readonly units: readonly UnitListed[]; readonly chosen: string | undefined }) {
  const t = useWords(unitsWords);
  const say = useSay();
  const may = useMay();
  const today = useToday();
  const { number, day } = useFormats();
  const { on } = adminRoute.useSearch();
  const navigate = adminRoute.useNavigate();
  const [search, setSearch] = useState('');
  const sought = useDeferredValue(search);
  const branches = treeOf(units, sought);
  const show = (next: string): void =>
    void navigate({
      search: ({ on: _before, ...rest }) => (next === '' ? rest : { ...rest, on: next }),
      replace: true,
    });
  return (
    <Panel
      title={t.title}
      hint={t.hint(number(units.length), day(on ?? today))}
      aside={
        may('organisation.define') && (
          <Button size="compact-sm" variant="default" onClick={() => defineOrChangeUnit({ t, say, units })}>
            {t.define}
          </Button>
        )
      }
    >
      <Group grow preventGrowOverflow={false} align="flex-start" gap="xs">
        <TextInput
          type="search"
          label={t.search}
          placeholder={t.searchHint}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Suspense fallback={<TextInput disabled label={t.on} />}>
          <DayField label={t.on} value={on ?? ''} today={today} onChange={show} />
        </Suspense>
      </Group>
      {branches.length === 0 ? (
        <Empty title={t.nothing} hint={t.nothingHint} />
      ) : (
        <ScrollArea.Autosize mah={560} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t.tree, role: 'group' }}>
          <UnitTree branches={branches} chosen={chosen} />
        </ScrollArea.Autosize>
      )}
    </Panel>
  );
}
