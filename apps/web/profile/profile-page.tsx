import { Group, Paper, SegmentedControl, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { queueOf } from '../../../libs/domain/access/actor.js';
import type { Me } from '../shared/api/answers.js';
import { useMe } from '../shared/session/me.js';
import { switchShortcuts, useShortcutsOn } from '../shared/shortcuts.js';
import { ColoursSwitch } from '../shared/ui/colours-switch.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Loading } from '../shared/ui/states.js';
import { common } from '../shared/words/common.words.js';
import { useLanguage, useSay, useWords } from '../shared/words/language.js';
import { Delegations } from './delegations.js';
import { PasswordForm } from './password-form.js';
import { profileWords } from './profile.words.js';

/** Who one is here: positions, delegations, how the pages look, the password. */
export function ProfilePage() {
  const t = useWords(profileWords);
  const words = useWords(common);
  const me = useMe();
  if (me === undefined) return <Loading />;
  return (
    <Stack p={{ base: 'sm', md: 'lg' }} maw={1100}>
      <PageTitle text={t.title}>{me.person.name ?? words.unknownPerson}</PageTitle>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Card title={t.positions}>
          <Positions me={me} />
        </Card>
        <Card title={t.settings}>
          <Settings />
        </Card>
        <Card title={t.given}>
          <Delegations me={me} />
        </Card>
        <Card title={t.password}>
          <PasswordForm />
        </Card>
      </SimpleGrid>
    </Stack>
  );
}

const Card = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper className="vd-surface" p="md" component="section">
    <Stack gap="sm">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  </Paper>
);

function Positions({ me }: { readonly me: Me }) {
  const t = useWords(profileWords);
  const words = useWords(common);
  const say = useSay();
  if (me.holdings.length === 0) return <Text c="dimmed">{t.noPosition}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t.positionsHint}
      </Text>
      {me.holdings.map(({ unit, role, onBehalfOf }) => (
        <Group key={`${unit.id}/${role}/${onBehalfOf?.id ?? ''}`} justify="space-between" wrap="nowrap">
          <Text>
            {say(ROLE_NAMES[role])}, {say(unit.name)}
            {onBehalfOf !== undefined && ` (${t.onBehalfOf(onBehalfOf.name ?? words.unknownPerson)})`}
          </Text>
          <LinkButton to="/inbox" search={{ queue: queueOf(unit.id, role) }} size="xs" variant="default" flex="none">
            {t.workOf}
          </LinkButton>
        </Group>
      ))}
    </>
  );
}

function Settings() {
  const t = useWords(profileWords);
  const { language, speak } = useLanguage();
  const isOn = useShortcutsOn();
  return (
    <>
      <Group justify="space-between">
        <Text>{t.language}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t.language}
          value={language}
          onChange={speak}
          data={[
            { value: 'vi' as const, label: 'Tiếng Việt' },
            { value: 'en' as const, label: 'English' },
          ]}
        />
      </Group>
      <Group justify="space-between">
        <Text>{t.colours}</Text>
        <ColoursSwitch />
      </Group>
      <Switch
        label={t.shortcuts}
        checked={isOn}
        onChange={({ currentTarget }) => switchShortcuts(currentTarget.checked)}
      />
    </>
  );
}
