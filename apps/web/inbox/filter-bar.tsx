import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Indicator,
  Kbd,
  NativeSelect,
  Popover,
  Stack,
  TextInput,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, type Ref } from 'react';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { queueOf } from '../../../libs/domain/access/actor.js';
import type { InboxFacets } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { useMe, useToday } from '../shared/session/me.js';
import { Loading } from '../shared/ui/states.js';
import { useSay, useWords } from '../shared/words/language.js';
import { filterWords } from './filters.words.js';
import type { InboxFilters } from './search.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));
const TYPED_MS = 250;

interface Props {
  readonly filters: InboxFilters;
  readonly onChange: (change: (before: InboxFilters) => InboxFilters) => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

/** Search and filters; both stand in the address. */
export function FilterBar({ filters, onChange, searchRef }: Props) {
  return (
    <Group gap="xs" px="xs" pt="xs" wrap="nowrap">
      <Search q={filters.q ?? ''} onChange={onChange} searchRef={searchRef} />
      <Filters filters={filters} onChange={onChange} />
    </Group>
  );
}

function Search({ q, onChange, searchRef }: { readonly q: string } & Pick<Props, 'onChange' | 'searchRef'>) {
  const t = useWords(filterWords);
  const [typed, setTyped] = useState(q);
  const sought = useRef(q);
  // Back and forward change the address under the field; what the field itself has sought takes nothing that was typed since.
  useEffect(() => {
    if (q !== sought.current) setTyped(q);
    sought.current = q;
  }, [q]);
  const search = useDebouncedCallback((text: string) => {
    const words = text.trim();
    sought.current = words;
    onChange(({ q: _, ...rest }) => (words === '' ? rest : { ...rest, q: words }));
  }, TYPED_MS);
  const change = (text: string): void => {
    setTyped(text);
    search(text);
  };
  return (
    <TextInput
      ref={searchRef}
      type="search"
      flex={1}
      size="sm"
      aria-label={t.search}
      placeholder={t.searchHint}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <ActionIcon variant="subtle" color="gray" aria-label={t.clearSearch} onClick={() => change('')}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )
      }
      value={typed}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onKeyDown={(event) => {
        // Browsers empty a search field on Escape; Enter goes on to what was found, at once.
        if (event.key === 'Enter') search.flush();
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

const isFiltered = ({ queue, kind, campaign, dueBefore, followUp }: InboxFilters): boolean =>
  [queue, kind, campaign, dueBefore, followUp].some((value) => value !== undefined);

function Filters({ filters, onChange }: Pick<Props, 'filters' | 'onChange'>) {
  const t = useWords(filterWords);
  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus>
      <Indicator disabled={!isFiltered(filters)} color="blue">
        <Popover.Target>
          <Button size="sm" variant="default" px="xs" leftSection={<IconFilter size={16} aria-hidden />}>
            {t.filters}
          </Button>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown>
        <Suspense fallback={<Loading />}>
          <FilterFields filters={filters} onChange={onChange} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterFields({ filters, onChange }: Pick<Props, 'filters' | 'onChange'>) {
  const t = useWords(filterWords);
  const say = useSay();
  const today = useToday();
  const me = useMe();
  const positions = (me?.holdings ?? []).map(({ unit, role }) => ({
    value: queueOf(unit.id, role),
    label: `${say(ROLE_NAMES[role])}, ${say(unit.name)}`,
  }));
  const { data } = useQuery({
    queryKey: ['inbox-facets'],
    queryFn: ({ signal }) => request<InboxFacets>('/api/v1/inbox/facets', { signal }),
  });
  const set = <K extends 'queue' | 'kind' | 'campaign' | 'dueBefore'>(name: K, value: string | null): void =>
    onChange(({ [name]: _, ...rest }) => (value === null || value === '' ? rest : { ...rest, [name]: value }));
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t.position}
        value={filters.queue ?? ''}
        onChange={({ currentTarget }) => set('queue', currentTarget.value)}
        data={[{ value: '', label: t.any }, ...positions]}
      />
      <NativeSelect
        label={t.kind}
        value={filters.kind ?? ''}
        onChange={({ currentTarget }) => set('kind', currentTarget.value)}
        data={[
          { value: '', label: t.any },
          ...(data?.kinds.map(({ kind, name }) => ({ value: kind, label: say(name) })) ?? []),
        ]}
      />
      <NativeSelect
        label={t.campaign}
        value={filters.campaign ?? ''}
        onChange={({ currentTarget }) => set('campaign', currentTarget.value)}
        data={[
          { value: '', label: t.any },
          ...(data?.campaigns.map(({ id, name }) => ({ value: id, label: say(name) })) ?? []),
        ]}
      />
      <NativeSelect
        label={t.sort}
        value={filters.sort ?? 'due'}
        onChange={({ currentTarget: { value } }) =>
          onChange(({ sort: _, ...rest }) => (value === 'opened' ? { ...rest, sort: value } : rest))
        }
        data={[
          { value: 'due', label: t.byDue },
          { value: 'opened', label: t.byOpened },
        ]}
      />
      <DayField
        label={t.dueBefore}
        value={filters.dueBefore ?? ''}
        onChange={(day) => set('dueBefore', day)}
        today={today}
        popoverProps={{ withinPortal: false }}
      />
      <Checkbox
        label={t.followUp}
        checked={filters.followUp === 'due'}
        onChange={({ currentTarget: { checked } }) =>
          onChange(({ followUp: _, ...rest }) => (checked ? { ...rest, followUp: 'due' } : rest))
        }
      />
      <Button
        variant="default"
        onClick={() => onChange(({ queue: _q, kind: _k, campaign: _c, dueBefore: _d, followUp: _f, ...rest }) => rest)}
      >
        {t.clear}
      </Button>
    </Stack>
  );
}
