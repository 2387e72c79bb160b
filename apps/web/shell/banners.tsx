import { Anchor, Box, Group, Text } from '@mantine/core';
import { IconCloudOff, IconEngine, IconFlask, IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Readiness } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import type { Connection } from '../shared/api/live.js';
import { ProblemError, type Problem } from '../shared/api/problem.js';
import { useMe } from '../shared/session/me.js';
import { useFormats, useWords } from '../shared/words/language.js';
import styles from './banners.module.css';
import { shellWords } from './shell.words.js';

const LOOK_AGAIN_MS = 10_000;

async function readiness(): Promise<Readiness> {
  try {
    return await request<Readiness>('/health/ready');
  } catch (error) {
    // Without its database the api answers 503 with no problem document; without a network it does not answer.
    const problem: Partial<Problem> = error instanceof ProblemError ? error.problem : {};
    if (problem.status === 503) return { database: 'down', engine: 'joining', degraded: true };
    throw error;
  }
}

const useReadiness = () =>
  useQuery({
    queryKey: ['readiness'],
    queryFn: readiness,
    refetchInterval: ({ state }) => (state.data?.degraded === false ? LOOK_AGAIN_MS * 6 : LOOK_AGAIN_MS),
    retry: false,
  });

/** What everyone should know about where and how they work: a rehearsal, an engine away, no connection. */
export function Banners({ connection }: { readonly connection: Connection }) {
  const t = useWords(shellWords);
  const formats = useFormats();
  const me = useMe();
  const { data, isError } = useReadiness();
  const isRehearsal = me !== undefined && me.world.kind === 'rehearsal';
  return (
    <div role="status">
      {isRehearsal && (
        <Banner kind="rehearsal" icon={<IconFlask size={18} aria-hidden />}>
          {t.rehearsal} {t.rehearsalClock(formats.day(me.world.today))}.{' '}
          <Anchor href="/inbox" c="inherit" underline="always" inherit>
            {t.leaveRehearsal}
          </Anchor>
        </Banner>
      )}
      {me?.passwordUntil != null && (
        <Banner kind="notice" icon={<IconKey size={18} aria-hidden />}>
          {t.firstPassword(formats.moment(me.passwordUntil))}{' '}
          <Anchor href="/profile" c="inherit" underline="always" inherit>
            {t.changeIt}
          </Anchor>
        </Banner>
      )}
      {isError || connection === 'lost' ? (
        <Banner kind="trouble" icon={<IconCloudOff size={18} aria-hidden />}>
          {t.offline}
        </Banner>
      ) : (
        <EngineBanner readiness={data} />
      )}
    </div>
  );
}

function EngineBanner({ readiness: ready }: { readonly readiness: Readiness | undefined }) {
  const t = useWords(shellWords);
  if (ready === undefined || !ready.degraded) return null;
  if (ready.database === 'down') {
    return (
      <Banner kind="trouble" icon={<IconCloudOff size={18} aria-hidden />}>
        {t.databaseDown}
      </Banner>
    );
  }
  return (
    <Banner kind="notice" icon={<IconEngine size={18} aria-hidden />}>
      {ready.engine === 'down' ? t.engineDown : t.joining}
    </Banner>
  );
}

interface BannerProps {
  readonly kind: 'rehearsal' | 'notice' | 'trouble';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** One line over a page that says how what is on it must be taken. */
export const Banner = ({ kind, icon, children }: BannerProps) => (
  <Box className={styles[kind] ?? ''} px="md" py={6}>
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Box flex="none" lh={1}>
        {icon}
      </Box>
      <Text size="sm" inherit>
        {children}
      </Text>
    </Group>
  </Box>
);
