import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { useAct } from '../api/act.js';
import { useToday } from '../session/me.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useFormats, useWords } from '../words/language.js';
import { draftWords } from './draft.words.js';
import type { Draft } from './use-draft.js';

interface Props {
  /** What the form is called. */
  readonly label: string;
  /** What its button says. */
  readonly send: string;
  readonly act: Pick<ReturnType<typeof useAct>, 'error' | 'isPending'>;
  readonly draft: DraftStateProps['draft'];
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form that is kept on the server while it is filled in: its fields, what was refused, its button and since when it is kept. */
export function DraftForm({ label, send, act, draft, onSubmit, children }: Props) {
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack gap="md">
        {children}
        {act.error !== null && <ProblemAlert error={act.error} />}
        <Group>
          <Button type="submit" loading={act.isPending}>
            {send}
          </Button>
          <DraftState draft={draft} />
        </Group>
      </Stack>
    </form>
  );
}

interface DraftStateProps {
  readonly draft: Pick<Draft<object>, 'savedAt' | 'failed'>;
}

/** Since when what was typed is kept, or that it could not be. */
export function DraftState({ draft: { savedAt, failed } }: DraftStateProps) {
  const t = useWords(draftWords);
  const { since } = useFormats();
  const today = useToday();
  return (
    <Text size="xs" c={failed ? 'red' : 'dimmed'} role="status" mih="1.2em">
      {failed ? t.failed : savedAt === undefined ? '' : t.saved(since(savedAt, today))}
    </Text>
  );
}
