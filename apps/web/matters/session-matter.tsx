import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Recording } from '../sessions/session-page.js';
import { sessionQuery } from '../sessions/session-query.js';
import { SessionResult } from '../sessions/session-result.js';
import { sessionsWords } from '../sessions/sessions.words.js';
import type { TaskShown } from '../shared/api/answers.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { isOpenToMe } from './matter-query.js';

/** A council session that waits for its result: the agenda, and the form for what was counted. */
export function SessionMatter({ task, onEnded }: { readonly task: TaskShown; readonly onEnded: () => void }) {
  const t = useWords(sessionsWords);
  const { day } = useFormats();
  const query = useQuery(sessionQuery(task.owner.id));
  return (
    <QueryState query={query}>
      {(session) => (
        <>
          <Panel title={t.title(day(session.date))}>
            <SessionResult session={session} />
            <Group>
              <LinkAnchor to="/sessions/$sessionId" params={{ sessionId: session.id }} size="sm">
                {t.openSession}
              </LinkAnchor>
            </Group>
          </Panel>
          {isOpenToMe(task) && <Recording session={session} onDone={onEnded} />}
        </>
      )}
    </QueryState>
  );
}
