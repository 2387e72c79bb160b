import { Button, Checkbox, Group, List, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { conveneSession } from '../../../libs/contracts/commands/award.contract.js';
import { useTaskTexts } from '../inbox/words-of-task.js';
import { isOpenToMe } from '../matters/matter-query.js';
import type { TaskShown } from '../shared/api/answers.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMe } from '../shared/session/me.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { CampaignChoice } from './campaign-choice.js';
import { agendaKey, agendasQuery, beforeCouncilQuery, convenedQuery, type SessionListed } from './council-query.js';
import { councilWords } from './council.words.js';
import { boardsRoute } from './route.js';

/** What waits for the council: one session is convened on many dossiers, and stays in sight until its result is in. */
export function CouncilBoard() {
  const me = useMe();
  const councils = (me?.holdings ?? []).filter(({ role }) => role === 'secretary' || role === 'council-chair');
  const sessions = useQuery(convenedQuery([...new Set(councils.map(({ unit }) => unit.id))]));
  return (
    <>
      <Waiting sessions={sessions.data ?? []} />
      <QueryState query={sessions}>{(convened) => <Convened sessions={convened} />}</QueryState>
    </>
  );
}

/** Dossiers that can stand on one agenda: of one campaign, before one council. */
interface Docket {
  readonly campaign: TaskShown['campaign'];
  readonly council: string;
  readonly tasks: readonly TaskShown[];
}

function docketsOf(tasks: readonly TaskShown[]): readonly Docket[] {
  const dockets = new Map<string, Docket>();
  for (const task of tasks) {
    if (task.mine?.by !== 'queue') continue;
    const council = task.mine.unit.id;
    const key = `${council} ${task.campaign.id}`;
    const before = dockets.get(key)?.tasks ?? [];
    dockets.set(key, { campaign: task.campaign, council, tasks: [...before, task] });
  }
  return [...dockets.values()];
}

function Waiting({ sessions }: { readonly sessions: readonly SessionListed[] }) {
  const t = useWords(councilWords);
  const { campaign } = boardsRoute.useSearch();
  const query = useInfiniteQuery(beforeCouncilQuery(campaign));
  const agendas = useQuery(agendasQuery(sessions)).data ?? new Map<string, string>();
  return (
    <Panel title={t.waiting} hint={t.waitingHint}>
      <CampaignChoice />
      <PagedList query={query} empty={<Empty title={t.none} hint={t.noneHint} />}>
        {(tasks) =>
          docketsOf(tasks).map((docket) => (
            <OneDocket key={`${docket.council} ${docket.campaign.id}`} docket={docket} agendas={agendas} />
          ))
        }
      </PagedList>
    </Panel>
  );
}

interface DocketProps {
  readonly docket: Docket;
  /** The day of the session a dossier is on the agenda of already. */
  readonly agendas: ReadonlyMap<string, string>;
}

const dayOf = (agendas: DocketProps['agendas'], { owner, visit }: TaskShown): string | undefined =>
  agendas.get(agendaKey(owner.id, visit));

function OneDocket({ docket: { campaign, council, tasks }, agendas }: DocketProps) {
  const t = useWords(councilWords);
  const say = useSay();
  const navigate = useNavigate();
  const { number } = useFormats();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const free = tasks.filter((task) => isOpenToMe(task) && dayOf(agendas, task) === undefined);
  const chosen = free.filter(({ taskId }) => ticked.has(taskId));
  const tick = (ids: readonly string[], isOn: boolean): void =>
    setTicked((before) => new Set(isOn ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const count = number(chosen.length);
  const convene = (): void =>
    openCommandDialog(t.convene(count), {
      href: '/api/v1/sessions',
      schema: conveneSession,
      omit: ['sessionId'],
      fixed: {
        campaignId: campaign.id,
        councilId: council,
        agenda: chosen.map(({ owner, visit }) => ({ nominationId: owner.id, visit })),
      },
      fields: [
        { name: 'date', label: t.date, type: 'day', required: true },
        { name: 'members', label: t.members, type: 'number', required: true },
      ],
      label: t.conveneOne,
      onDone: ({ result }) => {
        sayDone(t.convened);
        const sessionId = result['sessionId'];
        if (typeof sessionId === 'string') void navigate({ to: '/sessions/$sessionId', params: { sessionId } });
      },
    });
  return (
    <Stack gap="xs" component="section" aria-label={say(campaign.name)}>
      <Title order={3} size="h6">
        {say(campaign.name)}
      </Title>
      <Group justify="space-between" gap="xs">
        <Checkbox
          label={t.chooseAll}
          disabled={free.length === 0}
          checked={free.length > 0 && chosen.length === free.length}
          indeterminate={chosen.length > 0 && chosen.length < free.length}
          onChange={({ currentTarget }) =>
            tick(
              free.map(({ taskId }) => taskId),
              currentTarget.checked,
            )
          }
        />
        {chosen.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t.chooseFirst}
          </Text>
        ) : (
          <Button onClick={convene}>{t.convene(count)}</Button>
        )}
      </Group>
      <List
        listStyleType="none"
        spacing={8}
        withPadding={false}
        styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
      >
        {tasks.map((task) => (
          <List.Item key={task.taskId}>
            <Dossier
              task={task}
              on={dayOf(agendas, task)}
              isTicked={ticked.has(task.taskId)}
              onTick={free.includes(task) ? (isOn) => tick([task.taskId], isOn) : undefined}
            />
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

interface DossierProps {
  readonly task: TaskShown;
  readonly on: string | undefined;
  readonly isTicked: boolean;
  /** Left out where it can stand on no agenda of the reader's now. */
  readonly onTick: ((isOn: boolean) => void) | undefined;
}

function Dossier({ task, on, isTicked, onTick }: DossierProps) {
  const t = useWords(councilWords);
  const say = useSay();
  const texts = useTaskTexts();
  const { day } = useFormats();
  const { owner, unit, due, assignee } = task;
  const name = texts.whose(task);
  const why =
    on !== undefined ? t.onAgenda(day(on)) : assignee?.me === false ? t.inOtherHands(assignee.name ?? '') : '';
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Checkbox
        aria-label={t.choose(name)}
        mt={4}
        disabled={onTick === undefined}
        checked={isTicked && onTick !== undefined}
        onChange={({ currentTarget }) => onTick?.(currentTarget.checked)}
      />
      <Stack gap={2} flex={1} miw={0}>
        <LinkAnchor to="/nominations/$nominationId" params={{ nominationId: owner.id }} lh={1.6}>
          {name}
        </LinkAnchor>
        <Text size="sm" c="dimmed">
          {[...(unit === null ? [] : [say(unit.name)]), ...(why === '' ? [] : [why])].join(' · ')}
        </Text>
      </Stack>
      <DueChip due={due} />
    </Group>
  );
}

function Convened({ sessions }: { readonly sessions: readonly SessionListed[] }) {
  const t = useWords(councilWords);
  const say = useSay();
  const { day, number } = useFormats();
  return (
    <Panel title={t.sessions}>
      {sessions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t.noSessions}
        </Text>
      ) : (
        <List listStyleType="none" spacing={8} withPadding={false}>
          {sessions.map(({ id, date, dossiers, campaign }) => (
            <List.Item key={id}>
              <LinkAnchor to="/sessions/$sessionId" params={{ sessionId: id }} lh={1.6}>
                {t.session(day(date), number(dossiers))}
              </LinkAnchor>
              <Text size="sm" c="dimmed">
                {say(campaign.name)}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Panel>
  );
}
