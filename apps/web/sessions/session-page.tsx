import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useMay, useToday } from '../shared/session/me.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Loading } from '../shared/ui/states.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { sessionRoute } from './route.js';
import { sessionQuery, type SessionShown } from './session-query.js';
import { SessionResult } from './session-result.js';
import { sessionsWords } from './sessions.words.js';

const ResultForm = lazy(() => import('./result-form.js'));

/** A council session: its agenda, the form for what was counted, and afterwards the result. */
export function SessionPage() {
  const { sessionId } = sessionRoute.useParams();
  const query = useQuery(sessionQuery(sessionId));
  return (
    <PageBody maw={1000}>{<QueryState query={query}>{(shown) => <Session session={shown} />}</QueryState>}</PageBody>
  );
}

function Session({ session }: { readonly session: SessionShown }) {
  const t = useWords(sessionsWords);
  const say = useSay();
  const may = useMay();
  const { day } = useFormats();
  const { status, date, council, campaign } = session;
  const isRecorded = status === 'recorded';
  return (
    <>
      <Text size="sm" c="dimmed">
        {say(campaign.name)}
      </Text>
      <Group justify="space-between">
        <PageTitle text={t.title(day(date))} />
        <Group gap="xs">
          <StatusBadge status={status} />
          <LinkButton size="xs" variant="default" to="/print/sessions/$sessionId" params={{ sessionId: session.id }}>
            {t.print}
          </LinkButton>
        </Group>
      </Group>
      <Text>{say(council.name)}</Text>
      <Panel title={isRecorded ? t.result : t.agenda}>
        <SessionResult session={session} />
      </Panel>
      {!isRecorded && may('session.run', council.id) && <Recording session={session} />}
    </>
  );
}

/** The form, once the day of the session has come. */
export function Recording({ session, onDone }: { readonly session: SessionShown; readonly onDone?: () => void }) {
  const t = useWords(sessionsWords);
  const today = useToday();
  const { day } = useFormats();
  return (
    <Panel title={t.recordTitle}>
      {session.date > today ? (
        <Text>{t.notYet(day(session.date))}</Text>
      ) : (
        <Suspense fallback={<Loading />}>
          <ResultForm session={session} onDone={() => onDone?.()} />
        </Suspense>
      )}
    </Panel>
  );
}
