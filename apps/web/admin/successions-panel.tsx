import { List, ScrollArea, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SUCCESSION_NAMES } from '../../../libs/contracts/state-names.js';
import { SUCCESSION_KINDS } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { successionsQuery, type SuccessionShown } from './units-query.js';
import { unitsWords } from './units.words.js';

/** What becomes of units, and what is still open at those that have ended. */
export function SuccessionsPanel() {
  const t = useWords(unitsWords);
  const query = useQuery(successionsQuery);
  return (
    <Panel title={t.successions} hint={t.successionsHint}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t.noSuccessions}
            </Text>
          ) : (
            <ScrollArea.Autosize
              mah={420}
              type="auto"
              viewportProps={{ tabIndex: 0, 'aria-label': t.successions, role: 'group' }}
            >
              <List listStyleType="none" spacing="xs">
                {items.map((one) => (
                  <List.Item key={one.unit.id}>
                    <Succession shown={one} />
                  </List.Item>
                ))}
              </List>
            </ScrollArea.Autosize>
          )
        }
      </QueryState>
    </Panel>
  );
}

function Succession({ shown: { unit, planned, carriedOut, waiting } }: { readonly shown: SuccessionShown }) {
  const t = useWords(unitsWords);
  const say = useSay();
  const { day, number } = useFormats();
  const kindName = (kind: string): string => {
    const known = SUCCESSION_KINDS.find((one) => one === kind);
    return known === undefined ? kind : say(SUCCESSION_NAMES[known]);
  };
  const heirs =
    carriedOut === null ? '' : [carriedOut.to, ...carriedOut.others].map(({ name }) => say(name)).join(', ');
  return (
    <>
      <LinkAnchor to="/admin" search={{ unit: unit.id }} fw={600}>
        {say(unit.name)}
      </LinkAnchor>
      <Text size="sm">
        {carriedOut === null
          ? planned.map(({ to, kind, on }) => t.plannedTo(kindName(kind), say(to.name), day(on))).join('; ')
          : `${t.carriedOut(kindName(carriedOut.kind), heirs, day(carriedOut.on))} ${t.byDocument(
              carriedOut.document.number,
              day(carriedOut.document.date),
            )}`}
      </Text>
      {carriedOut !== null && (
        <Text size="sm" c="dimmed">
          {waiting === 0 ? t.nothingLeft : t.left(number(waiting))}
        </Text>
      )}
    </>
  );
}
