import { Button, Divider, Group, Popover, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import type { Me } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { ColoursSwitch } from '../shared/ui/colours-switch.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { shellWords } from './shell.words.js';

/** Who one is here, with the colours of the page and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const t = useWords(shellWords);
  const words = useWords(common);
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => request('/api/v1/auth/sign-out', { method: 'POST' }),
    onSettled: async () => {
      client.clear();
      await navigate({ to: '/sign-in', search: {} });
    },
  });
  const name = me.person.name ?? words.unknownPerson;
  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconUser size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t.account(name)}
        >
          <Text span size="sm" visibleFrom="sm">
            {name}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Stack gap="sm">
          <Stack gap={4}>
            <Text fw={600}>{name}</Text>
            <Positions me={me} />
          </Stack>
          <Divider />
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t.colours}</Text>
            <ColoursSwitch />
          </Group>
          <Divider />
          <LinkButton to="/profile" variant="default" leftSection={<IconSettings size={16} aria-hidden />}>
            {t.profile}
          </LinkButton>
          <Button
            variant="default"
            leftSection={<IconLogout size={16} aria-hidden />}
            loading={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {t.signOut}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Positions({ me }: { readonly me: Me }) {
  const t = useWords(shellWords);
  const words = useWords(common);
  const say = useSay();
  if (me.holdings.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t.noPosition}
      </Text>
    );
  }
  return me.holdings.map(({ unit, role, onBehalfOf }) => (
    <Text key={`${unit.id}/${role}/${onBehalfOf?.id ?? ''}`} size="sm" c="dimmed">
      {say(ROLE_NAMES[role])}, {say(unit.name)}
      {onBehalfOf !== undefined && ` (${t.onBehalfOf(onBehalfOf.name ?? words.unknownPerson)})`}
    </Text>
  ));
}
