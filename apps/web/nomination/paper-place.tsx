import { Button, FileButton, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconInfoCircle, IconUpload } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import type { AskedPaperShown } from '../shared/api/answers.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import styles from './papers.module.css';
import { papersWords } from './papers.words.js';
import { useFiling } from './use-filing.js';

type Props = {
  readonly nominationId: string;
  readonly mayChange: boolean;
  /** Files of this kind. */
  readonly children: ReactNode;
} & ({ readonly asked: AskedPaperShown } | { readonly kind: string });

/** One kind of paper: why it is asked for, its files, and where a file is chosen or dropped. */
export function PaperPlace(props: Props) {
  const { nominationId, mayChange, children } = props;
  const t = useWords(papersWords);
  const say = useSay();
  const asked = 'asked' in props ? props.asked : undefined;
  const kind = 'asked' in props ? props.asked.kind : props.kind;
  const name = asked === undefined ? t.others : say(asked.name);
  const filing = useFiling(nominationId);
  const [isOver, setOver] = useState(false);
  const send = (file: File | null | undefined): void => {
    if (file != null) filing.send({ kind, file });
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };
  const dropping = mayChange
    ? {
        onDrop,
        onDragOver: (event: DragEvent) => (event.preventDefault(), setOver(true)),
        onDragLeave: () => setOver(false),
      }
    : {};
  return (
    <section className={styles['place']} data-over={isOver || undefined} aria-label={name} {...dropping}>
      <Stack gap={6}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {asked !== undefined && <Standing asked={asked} />}
          <div>
            <Title order={3} size="h6">
              {name}
            </Title>
            {asked?.onlyIf != null && <Text size="sm">{t.onlyIf(say(asked.onlyIf))}</Text>}
            {asked?.article != null && (
              <Text size="xs" c="dimmed">
                {t.article(asked.article)}
              </Text>
            )}
          </div>
        </Group>
        {children}
        {filing.error !== null && <ProblemAlert error={filing.error} />}
        {filing.sending !== undefined && <Sending {...filing.sending} />}
        {mayChange && (
          <Group gap="xs" className="vd-no-print">
            <FileButton onChange={send}>
              {(button) => (
                <Button
                  {...button}
                  size="compact-sm"
                  variant="default"
                  aria-label={t.addTo(name)}
                  disabled={filing.sending !== undefined}
                  leftSection={<IconUpload size={14} aria-hidden />}
                >
                  {t.add}
                </Button>
              )}
            </FileButton>
            <Text size="xs" c="dimmed" visibleFrom="sm">
              {t.drop}
            </Text>
          </Group>
        )}
      </Stack>
    </section>
  );
}

/** Whether it is there, in a sign and in words. */
function Standing({ asked: { held, binding } }: { readonly asked: AskedPaperShown }) {
  const t = useWords(papersWords);
  if (held) return <IconCircleCheck size={20} className={styles['held'] ?? ''} role="img" aria-label={t.held} />;
  return binding ? (
    <IconCircleX size={20} className={styles['lacking'] ?? ''} role="img" aria-label={t.lacking} />
  ) : (
    <IconInfoCircle size={20} role="img" aria-label={t.advised} />
  );
}

/** How much of a file has gone out. */
export function Sending({ name, share }: { readonly name: string; readonly share: number }) {
  const t = useWords(papersWords);
  const { number } = useFormats();
  const percent = Math.floor(share * 100);
  return (
    <div>
      <Text size="sm" role="status">
        {t.sending(name, number(percent))}
      </Text>
      <Progress value={percent} aria-label={t.sending(name, number(percent))} />
    </div>
  );
}
