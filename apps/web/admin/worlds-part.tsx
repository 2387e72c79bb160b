import { Anchor, Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NamedPerson } from '../shared/api/answers.js';
import { address, newKey, request } from '../shared/api/client.js';
import { useMay, useMe } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone, sayProblem } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useLanguage, useWords } from '../shared/words/language.js';
import { worldsWords } from './worlds.words.js';

interface WorldShown {
  readonly name: string;
  readonly kind: 'official' | 'rehearsal';
  readonly createdAt: string;
  readonly createdBy: NamedPerson | null;
  readonly now: string | null;
}

const REFRESH_MS = 10_000;

/** Every world with its clock; a rehearsal is entered, moved on and thrown away here. */
export function WorldsPart() {
  const t = useWords(worldsWords);
  const query = useQuery({
    queryKey: ['worlds'],
    queryFn: ({ signal }) => request<{ readonly items: readonly WorldShown[] }>('/api/v1/worlds', { signal }),
    // Clocks of other worlds tell this page nothing by themselves.
    refetchInterval: REFRESH_MS,
  });
  return (
    <Panel title={t.title} hint={t.hint}>
      <QueryState query={query}>
        {({ items }) => (
          <Stack gap="md">
            {items.map((world) => (
              <World key={world.name} world={world} />
            ))}
          </Stack>
        )}
      </QueryState>
    </Panel>
  );
}

function World({ world: { name, kind, createdAt, createdBy, now } }: { readonly world: WorldShown }) {
  const t = useWords(worldsWords);
  const me = useMe();
  const may = useMay();
  const { day, moment } = useFormats();
  const isHere = me?.world.name === name;
  const isOfficial = kind === 'official';
  const called = isOfficial ? t.official : t.rehearsalOf(moment(createdAt));
  const about = [
    ...(now === null ? [] : [t.at(moment(now))]),
    ...(isOfficial ? [t.made(day(createdAt))] : []),
    ...(createdBy?.name === undefined || createdBy.name === null ? [] : [t.by(createdBy.name)]),
    // By it the command line and the operator know it.
    ...(isOfficial ? [] : [t.mark(name)]),
  ];
  return (
    <Group component="article" aria-label={called} justify="space-between" gap="xs">
      <div>
        <Group gap="xs">
          <Text fw={600}>{called}</Text>
          {isOfficial && (
            <Badge variant="default" tt="none">
              {t.realTime}
            </Badge>
          )}
          {isHere && (
            <Badge variant="default" tt="none">
              {t.here}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {about.join(' · ')}
        </Text>
      </div>
      <Group gap="xs">
        {!isHere && (
          // Another world is another page: nothing that was read of this one may stay.
          <Anchor
            href={address('/admin', { part: 'worlds', world: isOfficial ? undefined : name })}
            aria-label={t.enterOf(called)}
          >
            {t.enter}
          </Anchor>
        )}
        {!isOfficial && may('world.rehearse') && <RehearsalActs name={name} called={called} isHere={isHere} />}
      </Group>
    </Group>
  );
}

interface ActsProps {
  readonly name: string;
  /** What it is called on the page. */
  readonly called: string;
  readonly isHere: boolean;
}

function RehearsalActs({ name, called, isHere }: ActsProps) {
  const t = useWords(worldsWords);
  const words = useWords(common);
  const { moment } = useFormats();
  const { language } = useLanguage();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const href = `/api/v1/worlds/${encodeURIComponent(name)}`;
  const onError = (error: unknown): void => sayProblem(error, language);
  const onSettled = (): void => void client.invalidateQueries({ queryKey: ['worlds'] });
  const move = useMutation({
    mutationFn: () =>
      request<{ readonly now: string }>(`${href}/clock`, { method: 'POST', body: { to: 'next' }, key: newKey() }),
    onSuccess: ({ now }) => sayDone(t.moved(moment(now))),
    onError,
    onSettled,
  });
  const drop = useMutation({
    mutationFn: () => request<object>(href, { method: 'DELETE' }),
    onSuccess: () => {
      setAsked(false);
      sayDone(t.dropped);
    },
    onError,
    onSettled,
  });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={move.isPending}
        aria-label={t.nextOf(called)}
        onClick={() => move.mutate()}
      >
        {t.next}
      </Button>
      {!isHere && (
        <Button
          size="compact-sm"
          variant="outline"
          color="red"
          aria-label={t.dropOf(called)}
          onClick={() => setAsked(true)}
        >
          {t.drop}
        </Button>
      )}
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t.dropOf(called)}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <Stack gap="sm">
          <Text>{t.dropAsk(called)}</Text>
          <Group gap="xs">
            <Button color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
              {t.drop}
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {words.cancel}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
