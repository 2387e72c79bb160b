import { Anchor, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { common } from '../words/common.words.js';
import { useWords } from '../words/language.js';

/** Something is on its way; said to screen readers too. */
export function Loading() {
  const t = useWords(common);
  return (
    <Center p="xl" role="status" aria-label={t.loading}>
      <Loader type="dots" />
    </Center>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
}

/** There is nothing here, and that is all right: why, and what one can do. */
export function Empty({ title, hint, icon, children }: EmptyProps) {
  return (
    <Center p="xl">
      <Stack align="center" gap="xs" maw={420} ta="center">
        <Text c="dimmed" aria-hidden>
          {icon ?? <IconInbox size={40} stroke={1.2} />}
        </Text>
        <Text fw={600}>{title}</Text>
        {hint !== undefined && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  );
}

export function NotFound() {
  const t = useWords(common);
  return (
    <Center p="xl">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          {t.notFound}
        </Title>
        <Text c="dimmed">{t.notFoundHint}</Text>
        <Anchor component={Link} to="/inbox">
          {t.toInbox}
        </Anchor>
      </Stack>
    </Center>
  );
}
