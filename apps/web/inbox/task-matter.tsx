import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import { nominationQuery } from '../nomination/nomination-query.js';
import { RouteLine } from '../nomination/route-line.js';
import type { NominationShown, RegistrationShown, SealedShown, TaskShown } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { matterWords } from './matter.words.js';

const Matter = lazy(() => import('../matters/matter.js'));
const Comments = lazy(() => import('../nomination/comments.js').then((module) => ({ default: module.Comments })));
const Papers = lazy(() => import('../nomination/papers.js').then((module) => ({ default: module.Papers })));

/** What a task is about, as far as one needs it to decide without leaving the inbox. */
export function TaskMatter({ task, onEnded }: { readonly task: TaskShown; readonly onEnded: () => void }) {
  if (task.owner.kind === 'nomination') return <NominationMatter id={task.owner.id} />;
  if (task.what.kind === 'confirm-registration')
    return <RegistrationMatter href={task.owner.href} id={task.owner.id} />;
  return (
    <Suspense fallback={<Loading />}>
      <Matter key={task.taskId} task={task} onEnded={onEnded} />
    </Suspense>
  );
}

function NominationMatter({ id }: { readonly id: string }) {
  const t = useWords(matterWords);
  const { data, error, refetch } = useQuery(nominationQuery(id));
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <>
      <Paper className="vd-surface" p="md">
        <Stack gap="md">
          <RouteLine route={data.route} due={data.openStep?.due ?? null} />
          <Group justify="space-between">
            <Nominee nomination={data} />
            <LinkAnchor to="/nominations/$nominationId" params={{ nominationId: id }} size="sm">
              {t.openDossier}
            </LinkAnchor>
          </Group>
          <div>
            <Title order={3} size="h6">
              {t.achievement}
            </Title>
            <Text style={{ whiteSpace: 'pre-line' }}>{data.achievement ?? t.erasedText}</Text>
          </div>
        </Stack>
      </Paper>
      <Suspense fallback={<Loading />}>
        <Papers nominationId={id} />
        <Comments nominationId={id} acts={data.acts} />
      </Suspense>
    </>
  );
}

function Nominee({ nomination }: { readonly nomination: NominationShown }) {
  const t = useWords(matterWords);
  const say = useSay();
  const { number } = useFormats();
  return (
    <Group gap="xs">
      <Badge variant="default" tt="none">
        {say(SUBJECT_NAMES[nomination.subject.kind])}
      </Badge>
      <Badge variant="default" tt="none">
        {say(nomination.awardName)}
      </Badge>
      {nomination.returns > 0 && (
        <Badge variant="default" tt="none">
          {t.returned(number(nomination.returns))}
        </Badge>
      )}
    </Group>
  );
}

const textOf = (sealed: SealedShown, erased: string): string => sealed.text ?? erased;

function RegistrationMatter({ href, id }: { readonly href: string; readonly id: string }) {
  const t = useWords(matterWords);
  const words = useWords(common);
  const { number } = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['registration', id],
    queryFn: ({ signal }) => request<RegistrationShown>(href, { signal }),
    meta: { follows: { ids: [id] } },
  });
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <Paper className="vd-surface" p="md">
      <Stack gap="xs">
        <Title order={3} size="h6">
          {t.pledges}
        </Title>
        <Text size="sm" c="dimmed">
          {t.answersFor(data.head.name ?? words.unknownPerson)}
        </Text>
        <List size="sm">
          {data.pledges.map(({ key, text, target, unit }) => (
            <List.Item key={key}>
              {textOf(text, t.erasedText)}
              {target !== undefined && `: ${number(target)} ${unit ?? ''}`}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
