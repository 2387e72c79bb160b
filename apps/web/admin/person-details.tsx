import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { useMay, useToday } from '../shared/session/me.js';
import { EraseButton } from '../acts/erase-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { capital } from '../shared/words/format.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { BackLink } from './back-link.js';
import { Fact } from './fact.js';
import { personPath, personQuery, type PersonDetail, type PositionShown } from './people-query.js';
import { peopleWords } from './people.words.js';
import { appointSomebody, endPosition } from './person-forms.js';
import { ShortHistory } from './short-history.js';
import type { UnitListed } from './units-query.js';

interface Props {
  readonly id: string;
  readonly units: readonly UnitListed[];
}

/** Somebody with every position and delegation, past and coming ones included. */
export function PersonDetails({ id, units }: Props) {
  const t = useWords(peopleWords);
  const words = useWords(common);
  const say = useSay();
  const may = useMay();
  const query = useQuery(personQuery(id));
  return (
    <Stack gap="md">
      <BackLink label={t.back} search={{ part: 'people' }} />
      <QueryState query={query}>
        {(person) => (
          <>
            <Panel
              title={person.name ?? words.unknownPerson}
              aside={person.name !== null && <EraseButton subject={`person/${id}`} size="compact-sm" />}
            >
              {person.username !== undefined && (
                <Stack gap={4} component="dl" m={0}>
                  <Fact label={t.username}>{person.username}</Fact>
                  <Fact label={t.email}>{person.email ?? t.noEmail}</Fact>
                </Stack>
              )}
            </Panel>
            <Panel
              title={t.positions}
              {...(may('person.define') ? { hint: t.delegationHint } : {})}
              aside={
                may('person.define') && (
                  <Button size="compact-sm" variant="default" onClick={() => appointSomebody(t, say, units, person)}>
                    {t.appoint}
                  </Button>
                )
              }
            >
              <Positions person={person} />
            </Panel>
            {may('history.read') && (
              <Panel title={t.history}>
                <ShortHistory href={personPath(id, '/history')} id={id} empty={t.nothingSaid} />
              </Panel>
            )}
          </>
        )}
      </QueryState>
    </Stack>
  );
}

function Positions({ person: { id, positions } }: { readonly person: PersonDetail }) {
  const t = useWords(peopleWords);
  if (positions.length === 0) return <Text c="dimmed">{t.noPosition}</Text>;
  return positions.toReversed().map((position) => <Position key={position.key} personId={id} position={position} />);
}

function Position({ personId, position }: { readonly personId: string; readonly position: PositionShown }) {
  const t = useWords(peopleWords);
  const words = useWords(common);
  const say = useSay();
  const may = useMay();
  const today = useToday();
  const { day } = useFormats();
  const { unit, role, title, from, to, onBehalfOf } = position;
  const called = `${title || capital(say(ROLE_NAMES[role]))}, ${say(unit.name)}`;
  const state = to !== undefined && to < today ? t.over : from > today ? t.coming : undefined;
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
      <div>
        <Text>
          {called}{' '}
          {state !== undefined && (
            <Badge variant="default" tt="none" size="sm">
              {state}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {[
            say(ROLE_NAMES[role]),
            to === undefined ? t.from(day(from)) : t.fromTo(day(from), day(to)),
            ...(onBehalfOf === undefined ? [] : [t.onBehalfOf(onBehalfOf.name ?? words.unknownPerson)]),
          ].join(' · ')}
        </Text>
      </div>
      {may('person.define') && state !== t.over && (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          aria-label={t.endOf(called)}
          onClick={() => endPosition(t, personId, position, called)}
        >
          {t.end}
        </Button>
      )}
    </Group>
  );
}
