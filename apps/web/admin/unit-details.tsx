import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ROLE_NAMES, SUCCESSION_NAMES, UNIT_TYPE_NAMES } from '../../../libs/contracts/state-names.js';
import { useMay } from '../shared/session/me.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { BackLink } from './back-link.js';
import { peopleAtQuery } from './people-query.js';
import { Fact } from './fact.js';
import { ShortHistory } from './short-history.js';
import { defineOrChangeUnit, planUnit, succeedUnit, takeBack } from './unit-forms.js';
import { unitPath, unitQuery, type UnitDetail, type UnitListed } from './units-query.js';
import { unitsWords } from './units.words.js';

interface Props {
  readonly id: string;
  readonly units: readonly UnitListed[];
}

/** One unit: what it is, what it was, who works there, and what can be done with it. */
export function UnitDetails({ id, units }: Props) {
  const t = useWords(unitsWords);
  const say = useSay();
  const query = useQuery(unitQuery(id));
  return (
    <Stack gap="md">
      <BackLink label={t.back} search={{}} />
      <QueryState query={query}>
        {(unit) => (
          <>
            <Panel title={say(unit.name)}>
              <UnitFacts unit={unit} units={units} />
              <UnitActs unit={unit} units={units} />
            </Panel>
            <Panel title={t.people}>
              <PeopleHere unitId={id} />
            </Panel>
            <Panel title={t.history}>
              <ShortHistory href={unitPath(id, '/history')} id={id} empty={t.nothingSaid} />
            </Panel>
          </>
        )}
      </QueryState>
    </Stack>
  );
}

function UnitFacts({ unit, units }: { readonly unit: UnitDetail; readonly units: readonly UnitListed[] }) {
  const t = useWords(unitsWords);
  const say = useSay();
  const { day } = useFormats();
  const nameOf = (id: string): string => {
    const found = units.find((one) => one.id === id);
    return found === undefined ? id : say(found.name);
  };
  const { succession, formerNames = [], validTo, validFrom } = unit;
  const children = units.filter(({ parent }) => parent === unit.id).length;
  const { number } = useFormats();
  return (
    <Stack gap={4} component="dl" m={0}>
      <Fact label={t.type}>{say(UNIT_TYPE_NAMES[unit.type])}</Fact>
      <Fact label={t.parent}>{unit.parent === undefined ? t.noParent : nameOf(unit.parent)}</Fact>
      <Fact label={t.validity}>
        {validTo === undefined ? t.from(day(validFrom)) : t.fromTo(day(validFrom), day(validTo))}
      </Fact>
      <Fact label={t.code}>{unit.id}</Fact>
      {children > 0 && <Fact label={t.children}>{number(children)}</Fact>}
      {formerNames.length > 0 && (
        <Fact label={t.formerNames}>
          {formerNames.map(({ name, until }) => t.until(say(name), day(until))).join('; ')}
        </Fact>
      )}
      {succession !== undefined && (
        <Fact label={t.successions}>
          {t.carriedOut(say(SUCCESSION_NAMES[succession.kind]), nameOf(succession.to), day(succession.on))}{' '}
          {t.byDocument(succession.document.number, day(succession.document.date))}
        </Fact>
      )}
    </Stack>
  );
}

function UnitActs({ unit, units }: { readonly unit: UnitDetail; readonly units: readonly UnitListed[] }) {
  const t = useWords(unitsWords);
  const say = useSay();
  const may = useMay();
  const forms = { t, say, units };
  if (unit.succession !== undefined) {
    if (!may('organisation.take-back')) return null;
    return (
      <Group className="vd-no-print">
        <Button size="compact-sm" variant="outline" color="red" onClick={() => takeBack(forms, unit)}>
          {t.takeBack}
        </Button>
      </Group>
    );
  }
  return (
    <Group gap="xs" className="vd-no-print">
      {may('organisation.define') && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => defineOrChangeUnit(forms, unit)}>
            {t.change}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => planUnit(forms, unit)}>
            {t.plan}
          </Button>
        </>
      )}
      {may('organisation.succeed') && (
        <Button size="compact-sm" variant="outline" color="red" onClick={() => succeedUnit(forms, unit)}>
          {t.succeed}
        </Button>
      )}
    </Group>
  );
}

function PeopleHere({ unitId }: { readonly unitId: string }) {
  const t = useWords(unitsWords);
  const words = useWords(common);
  const say = useSay();
  const query = useQuery(peopleAtQuery(unitId));
  return (
    <QueryState query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t.nobody}
          </Text>
        ) : (
          <List listStyleType="none" spacing={4}>
            {items.map(({ id, name, holdings }) => (
              <List.Item key={id}>
                <LinkAnchor to="/admin" search={{ part: 'people', person: id }}>
                  {name ?? words.unknownPerson}
                </LinkAnchor>{' '}
                <Text span size="sm" c="dimmed">
                  {holdings
                    .filter((held) => held.unitId === unitId)
                    .map((held) => held.title || say(ROLE_NAMES[held.role]))
                    .join(', ')}
                </Text>
              </List.Item>
            ))}
          </List>
        )
      }
    </QueryState>
  );
}
