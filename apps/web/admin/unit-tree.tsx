import { Badge, Group, List, Text } from '@mantine/core';
import { UNIT_TYPE_NAMES } from '../../../libs/contracts/state-names.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { useSay, useWords } from '../shared/words/language.js';
import type { Branch, UnitListed } from './units-query.js';
import { unitsWords } from './units.words.js';

interface Props {
  readonly branches: readonly Branch[];
  readonly chosen: string | undefined;
}

/** Units in the order of the tree, each a link to more of it. */
export function UnitTree({ branches, chosen }: Props) {
  const say = useSay();
  return (
    <List listStyleType="none" spacing={2} withPadding={false}>
      {branches.map(({ unit, depth }) => (
        <List.Item key={unit.id} pl={depth * 18} py={3} {...(unit.id === chosen ? { bg: 'var(--vd-chosen)' } : {})}>
          <Group gap={6} wrap="wrap">
            <LinkAnchor
              to="/admin"
              search={({ part: _part, person: _person, ...rest }) => ({ ...rest, unit: unit.id })}
              aria-current={unit.id === chosen ? 'true' : undefined}
            >
              {say(unit.name)}
            </LinkAnchor>
            <Text size="xs" c="dimmed" span>
              {say(UNIT_TYPE_NAMES[unit.type])}
            </Text>
            <UnitMarks unit={unit} />
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

/** What stands out about a unit: that it has ended, is to be reorganised, or is none of the province's. */
function UnitMarks({ unit }: { readonly unit: UnitListed }) {
  const t = useWords(unitsWords);
  const marks = [
    ...(unit.succeededBy === null ? [] : [t.ended]),
    ...(unit.succeededBy === null && unit.planned ? [t.planned] : []),
    ...(unit.external ? [t.external] : []),
  ];
  return marks.map((mark) => (
    <Badge key={mark} variant="default" size="sm" tt="none">
      {mark}
    </Badge>
  ));
}
