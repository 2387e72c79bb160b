import { Group, ScrollArea, Select } from '@mantine/core';
import type { CappedCount, InboxCounts } from '../shared/api/answers.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { inboxWords } from './inbox.words.js';
import type { InboxFilters } from './search.js';

interface View {
  readonly label: 'all' | 'mine' | 'unclaimed' | 'others' | 'overdue' | 'undated' | 'done';
  readonly filters: InboxFilters;
  readonly count?: 'open' | 'mine' | 'overdue';
}

const VIEWS: readonly View[] = [
  { label: 'all', filters: {}, count: 'open' },
  { label: 'mine', filters: { assignee: 'me' }, count: 'mine' },
  { label: 'unclaimed', filters: { assignee: 'none' } },
  { label: 'overdue', filters: { overdue: true }, count: 'overdue' },
  { label: 'undated', filters: { noDue: true } },
  { label: 'others', filters: { assignee: 'others' } },
  { label: 'done', filters: { status: 'closed' } },
];

const shapeOf = ({ assignee, overdue, noDue, status }: InboxFilters): string =>
  JSON.stringify([assignee, overdue, noDue, status]);

interface Props {
  readonly filters: InboxFilters;
  readonly counts: InboxCounts | undefined;
  readonly onSort: (sort: 'opened' | undefined) => void;
}

/** The usual views as links with their numbers, and the order. Every view is an address. */
export function Views({ filters, counts, onSort }: Props) {
  const t = useWords(inboxWords);
  const { number } = useFormats();
  const told = ({ count, more }: CappedCount): string => ` (${t.counted(number(count), more)})`;
  return (
    <Group gap="xs" wrap="nowrap" px="xs" pt="xs" justify="space-between">
      <ScrollArea type="auto" scrollbarSize={6} offsetScrollbars="x">
        <Group component="nav" gap={4} wrap="nowrap" aria-label={t.views} pb={4}>
          {VIEWS.map(({ label, filters: own, count }) => {
            const isShown = shapeOf(own) === shapeOf(filters);
            return (
              <LinkButton
                key={label}
                to="/inbox"
                search={{ ...own, ...(filters.sort === undefined ? {} : { sort: filters.sort }) }}
                size="compact-sm"
                flex="none"
                variant={isShown ? 'filled' : 'default'}
                aria-current={isShown ? 'page' : undefined}
              >
                {t[label]}
                {count !== undefined && counts !== undefined && told(counts[count])}
              </LinkButton>
            );
          })}
        </Group>
      </ScrollArea>
      <Select
        aria-label={t.sort}
        size="xs"
        w={130}
        miw={130}
        pb={4}
        allowDeselect={false}
        value={filters.sort ?? 'due'}
        onChange={(sort) => onSort(sort === 'opened' ? 'opened' : undefined)}
        data={[
          { value: 'due', label: t.byDue },
          { value: 'opened', label: t.byOpened },
        ]}
      />
    </Group>
  );
}
