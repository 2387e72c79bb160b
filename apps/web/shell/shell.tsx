import { AppShell, Burger, Group, Image, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLiveChanges } from '../shared/api/live.js';
import { Bell } from '../notices/bell.js';
import { CommandDialog } from '../shared/forms/command-dialog.js';
import { meQuery, useMay } from '../shared/session/me.js';
import { LanguageSwitch } from '../shared/ui/language-switch.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { AccountMenu } from './account-menu.js';
import { Banners } from './banners.js';
import { UndoBar } from '../acts/undo-bar.js';
import { DESTINATIONS } from './navigation.js';
import styles from './shell.module.css';
import { shellWords } from './shell.words.js';

/** The frame around every page of people who are signed in. */
export function Shell() {
  const t = useWords(shellWords);
  const words = useWords(common);
  const { data: me } = useQuery(meQuery);
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const connection = useLiveChanges(me != null);
  useSigningInAgain(me === null);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={0}
      layout="alt"
    >
      <a className="vd-skip" href="#content">
        {t.skip}
      </a>
      <AppShell.Header className="vd-no-print">
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" hiddenFrom="md">
            <Burger opened={isOpen} onClick={toggle} size="sm" aria-label={t.menu} aria-expanded={isOpen} />
            <Mark name={words.product} />
          </Group>
          <span />
          <Group gap={4} wrap="nowrap">
            {me != null && <Bell />}
            <LanguageSwitch />
            {me != null && <AccountMenu me={me} />}
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        p="xs"
        className={`vd-no-print ${styles['menu'] ?? ''}`}
        aria-label={t.navigation}
        data-open={isOpen}
      >
        <Group px="xs" pb="sm" pt={4} justify="space-between" wrap="nowrap">
          <Mark name={words.product} />
          <Burger opened onClick={toggle} size="sm" aria-label={t.menu} hiddenFrom="md" />
        </Group>
        <Menu onFollowed={close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={styles['main'] ?? ''}>
        <Banners connection={connection} />
        <Outlet />
        <UndoBar />
        <CommandDialog />
      </AppShell.Main>
    </AppShell>
  );
}

const Mark = ({ name }: { readonly name: string }) => (
  <Group gap={8} wrap="nowrap">
    <Image src="/mark.svg" alt="" w={28} h={28} />
    <Text fw={700} fz="lg" style={{ whiteSpace: 'nowrap' }}>
      {name}
    </Text>
  </Group>
);

function Menu({ onFollowed }: { readonly onFollowed: () => void }) {
  const say = useSay();
  const may = useMay();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = DESTINATIONS.filter(({ needs }) => needs === undefined || may(needs));
  return shown.map(({ to, label, icon: Icon }) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={say(label)}
      active={path === to || path.startsWith(`${to}/`)}
      leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
      onClick={onFollowed}
    />
  ));
}

/** The session has ended while the page was open: sign in and come back to it. */
function useSigningInAgain(isSignedOut: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isSignedOut) return;
    const to = window.location.pathname + window.location.search;
    void navigate({ to: '/sign-in', search: { to } });
  }, [isSignedOut, navigate]);
}
