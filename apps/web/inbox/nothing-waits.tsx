import { Button } from '@mantine/core';
import { Empty } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import { inboxWords } from './inbox.words.js';
import type { InboxFilters } from './search.js';

interface Props {
  readonly filters: InboxFilters;
  readonly onChange: (change: (before: InboxFilters) => InboxFilters) => void;
}

/** Nothing waits at all, or nothing that fits: two different things. */
export function NothingWaits({ filters, onChange }: Props) {
  const t = useWords(inboxWords);
  const isFiltered = Object.keys(filters).some((name) => name !== 'sort');
  if (!isFiltered) return <Empty title={t.empty} hint={t.emptyHint} />;
  return (
    <Empty title={t.emptyFiltered}>
      <Button variant="default" size="xs" onClick={() => onChange(() => ({}))}>
        {t.clear}
      </Button>
    </Empty>
  );
}
