import { useEffect, useRef } from 'react';
import type { CappedCount, InboxCounts } from '../shared/api/answers.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { useFormats, useWords } from '../shared/words/language.js';
import styles from './inbox.module.css';
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

/** A view changes what is shown of the work; words and filters of the reader stay. */
const within = (
  view: InboxFilters,
  { assignee: _a, overdue: _o, noDue: _n, status: _s, ...rest }: InboxFilters,
): InboxFilters => ({
  ...rest,
  ...view,
});

interface Props {
  readonly filters: InboxFilters;
  readonly counts: InboxCounts | undefined;
}

/** The usual views as links with their numbers. Every view is an address. */
export function Views({ filters, counts }: Props) {
  const t = useWords(inboxWords);
  const { number } = useFormats();
  const nav = useRef<HTMLElement>(null);
  const shape = shapeOf(filters);
  // On a phone the row scrolls sideways: the view one is in must not be outside of it.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shape]);
  const told = ({ count, more }: CappedCount): string => ` (${t.counted(number(count), more)})`;
  return (
    <nav className={styles['views']} aria-label={t.views} ref={nav}>
      {VIEWS.map(({ label, filters: own, count }) => {
        const isShown = shapeOf(own) === shape;
        return (
          <LinkButton
            key={label}
            to="/inbox"
            search={within(own, filters)}
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
    </nav>
  );
}
