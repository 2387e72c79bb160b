import { Group, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Who } from '../history/who.js';
import type { HistoryShown, PossibleAct } from '../shared/api/answers.js';
import { useAct, wish } from '../shared/api/act.js';
import { pagesOf } from '../shared/api/pages.js';
import { DraftForm } from '../shared/forms/draft-form.js';
import { useDraft, useKeeping, type Draft } from '../shared/forms/use-draft.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { commentsWords } from './comments.words.js';
import styles from './comments.module.css';

interface Props {
  readonly nominationId: string;
  /** What the reader may do with the dossier now. */
  readonly acts: readonly PossibleAct[];
}

/** What people said about a dossier beside its steps, oldest first, and the place to say something. */
export function Comments({ nominationId, acts }: Props) {
  const t = useWords(commentsWords);
  const href = `/api/v1/nominations/${encodeURIComponent(nominationId)}/history`;
  const query = useInfiniteQuery({
    queryKey: ['comments', href],
    ...pagesOf<HistoryShown>(href, { type: 'nominationCommented', limit: 100 }),
    meta: { follows: { ids: [nominationId] } },
  });
  const said = query.data?.pages.flatMap(({ items }) => items);
  const act = acts.find(({ command }) => command === 'commentNomination');
  return (
    <Panel title={t.title}>
      <Stack gap="sm">
        {query.isPending && <Loading />}
        {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
        {said?.length === 0 && <Text c="dimmed">{t.none}</Text>}
        {said !== undefined && said.length > 0 && (
          <ol className={styles['said']}>
            {said.map((entry) => (
              <Comment key={entry.digest} entry={entry} />
            ))}
          </ol>
        )}
        <MoreButton query={query} />
        {act !== undefined && <Speak key={nominationId} nominationId={nominationId} href={act.href} />}
      </Stack>
    </Panel>
  );
}

function Comment({ entry }: { readonly entry: HistoryShown }) {
  const t = useWords(commentsWords);
  const { moment } = useFormats();
  const { when, why } = entry;
  return (
    <li>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          <Who entry={entry} />
        </Text>
        <Text size="sm" c="dimmed">
          <time dateTime={when.business}>{moment(when.business)}</time>
        </Text>
      </Group>
      <Text className={styles['text'] ?? ''}>{why !== undefined && 'text' in why ? why.text : t.erased}</Text>
    </li>
  );
}

interface SpeakProps {
  readonly nominationId: string;
  readonly href: string;
}

interface Written {
  readonly text: string;
}
/** By identity: a field somebody has emptied is kept empty, one that was sent is not kept. */
const UNWRITTEN: Written = { text: '' };
const LONGEST = 4000;

function Speak({ nominationId, href }: SpeakProps) {
  const draft = useDraft<Written>(`comment:${nominationId}`);
  // What was typed before must be there first, or typing would take its place.
  return draft.before === undefined ? <Loading /> : <SpeakForm draft={draft} href={href} />;
}

interface SpeakFormProps {
  readonly draft: Draft<Written>;
  readonly href: string;
}

function SpeakForm({ draft, href }: SpeakFormProps) {
  const t = useWords(commentsWords);
  const [filled, setFilled] = useState(draft.before ?? UNWRITTEN);
  const [isMissing, setIsMissing] = useState(false);
  useKeeping(draft, filled, filled !== UNWRITTEN);
  const act = useAct({
    onDone: () => {
      draft.drop();
      setFilled(UNWRITTEN);
      sayDone(t.sent);
    },
  });
  const send = (): void => {
    const text = filled.text.trim();
    setIsMissing(text === '');
    if (text !== '' && !act.isPending) act.mutate(wish(href, { text }));
  };
  return (
    <DraftForm label={t.title} send={t.send} act={act} draft={draft} onSubmit={send}>
      <Textarea
        label={t.write}
        description={t.hint}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={LONGEST}
        readOnly={act.isPending}
        error={isMissing ? t.empty : undefined}
        value={filled.text}
        onChange={({ currentTarget }) => {
          draft.reopen();
          setIsMissing(false);
          setFilled({ text: currentTarget.value });
        }}
      />
    </DraftForm>
  );
}
