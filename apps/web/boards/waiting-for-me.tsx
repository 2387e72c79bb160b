import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  acceptReport,
  confirmRegistration,
  returnRegistration,
  returnReport,
} from '../../../libs/contracts/commands/obligation.contract.js';
import type { TaskShown } from '../shared/api/answers.js';
import type { CommandField } from '../shared/forms/command-form.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { useSay, useWords } from '../shared/words/language.js';
import { tasksOfKindQuery } from './boards-query.js';
import { boardsWords } from './boards.words.js';
import { boardsRoute } from './route.js';

/** Pledges to confirm and reports to take, of all queues the reader serves; each is dealt with on the spot. */
export function WaitingForMe() {
  const t = useWords(boardsWords);
  const { campaign } = boardsRoute.useSearch();
  const pledges = useQuery(tasksOfKindQuery('confirm-registration', campaign));
  const reports = useQuery(tasksOfKindQuery('review-report', campaign));
  return (
    <Panel title={t.waitingForMe} hint={t.waitingHint}>
      <QueryState query={pledges}>
        {(first) => (
          <QueryState query={reports}>{(second) => <Tasks tasks={[...first.items, ...second.items]} />}</QueryState>
        )}
      </QueryState>
    </Panel>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly TaskShown[] }) {
  const t = useWords(boardsWords);
  if (tasks.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t.nothingWaits}
      </Text>
    );
  return tasks.map((task) => <Task key={task.taskId} task={task} />);
}

interface Deed {
  readonly label: string;
  readonly path: string;
  readonly schema: z.ZodObject;
  readonly fields: readonly CommandField[];
}

function Task({ task }: { readonly task: TaskShown }) {
  const t = useWords(boardsWords);
  const say = useSay();
  const { taskId, what, unit, campaign, due, owner, visit } = task;
  const isPledge = what.kind === 'confirm-registration';
  const called = `${say(what.kindName)}${unit === null ? '' : `, ${say(unit.name)}`}`;
  const reason: CommandField = { name: 'reason', label: t.reason, type: 'text', required: true };
  const deeds: readonly Deed[] = isPledge
    ? [
        {
          label: t.confirm,
          path: 'confirmation',
          schema: confirmRegistration,
          fields: [{ name: 'note', label: t.note, type: 'text' }],
        },
        { label: t.giveBack, path: 'return', schema: returnRegistration, fields: [reason] },
      ]
    : [
        { label: t.accept, path: 'acceptance', schema: acceptReport, fields: [] },
        { label: t.giveBack, path: 'return', schema: returnReport, fields: [reason] },
      ];
  const ask = ({ label, path, schema, fields }: Deed): void =>
    openCommandDialog(`${label}: ${called}`, {
      href: `${owner.href}/${path}`,
      schema,
      omit: [isPledge ? 'registrationId' : 'reportId'],
      fixed: { visit },
      fields,
      label,
      onDone: () => sayDone(t.done),
    });
  return (
    <Group
      component="article"
      aria-label={called}
      justify="space-between"
      gap="xs"
      pb="xs"
      style={{ borderBottom: '1px solid var(--vd-line)' }}
    >
      <Stack gap={2} flex="1 1 260px">
        <LinkAnchor to="/inbox" search={{ task: taskId }}>
          {called}
        </LinkAnchor>
        <Text size="sm" c="dimmed">
          {say(campaign.name)}
        </Text>
      </Stack>
      <Group gap="xs">
        <DueChip due={due} />
        {deeds.map((deed) => (
          <Button
            key={deed.path}
            size="compact-sm"
            variant="default"
            aria-label={`${deed.label}: ${called}`}
            onClick={() => ask(deed)}
          >
            {deed.label}
          </Button>
        ))}
      </Group>
    </Group>
  );
}
