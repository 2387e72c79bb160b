import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useShortcuts } from '../shared/shortcuts.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { actsWords } from './acts.words.js';
import { letTimeRun, sendNow, undo, useHeldBack, type HeldBack } from './held-back.js';
import styles from './undo-bar.module.css';

/** What is about to be sent, with the moment that is left to take it back. Ctrl+Z is for texts; this has a button and a key. */
export function UndoBar() {
  const t = useWords(actsWords);
  const held = useHeldBack();
  const last = held.at(-1);
  const takeBack = ({ id }: HeldBack): void => {
    undo(id);
    sayDone(t.undone);
  };
  useShortcuts({ z: last === undefined ? undefined : () => takeBack(last) });
  return (
    <section className={styles['bar']} aria-label={t.heldRegion} aria-live="polite" data-empty={held.length === 0}>
      <Stack gap="xs">
        {held.map((item) => (
          <Held key={item.id} item={item} onUndo={() => takeBack(item)} />
        ))}
      </Stack>
    </section>
  );
}

function Held({ item, onUndo }: { readonly item: HeldBack; readonly onUndo: () => void }) {
  const t = useWords(actsWords);
  const { number } = useFormats();
  const running = useSecondsUntil(item.sendsAt);
  const seconds = item.leftMs === undefined ? running : Math.max(1, Math.ceil(item.leftMs / 1000));
  return (
    <Paper
      className="vd-surface"
      shadow="md"
      p="sm"
      onFocus={() => letTimeRun(item.id, false)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) letTimeRun(item.id, true);
      }}
    >
      <Group gap="sm" justify="space-between">
        <Stack gap={0}>
          <Text size="sm" fw={600}>
            {item.label}
          </Text>
          <Text size="sm" c="dimmed" aria-hidden>
            {seconds > 0 ? t.sendsIn(number(seconds)) : t.sending}
          </Text>
        </Stack>
        {seconds > 0 && (
          <Group gap="xs">
            <Button size="xs" onClick={onUndo}>
              {t.undo}
            </Button>
            <Button size="xs" variant="default" onClick={() => sendNow(item.id)}>
              {t.sendNow}
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}

function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => window.clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1000));
}
