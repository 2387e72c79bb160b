import { Button, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { introduceExample, recordActivity } from '../../../libs/contracts/commands/activity.contract.js';
import { ACTIVITY_NAMES, EXAMPLE_NAMES, SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import {
  ACTIVITY_KINDS,
  EXAMPLE_KINDS,
  SUBJECT_KINDS,
  type ActivityKind,
} from '../../../libs/domain/campaign-plan/vocabulary.js';
import { campaignsQuery } from '../campaigns/campaigns-query.js';
import type { NamedUnit, Page } from '../shared/api/answers.js';
import { address, newKey, request } from '../shared/api/client.js';
import type { CommandField } from '../shared/forms/command-form.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { deskWords } from './desk.words.js';

interface ActivityListed {
  readonly id: string;
  readonly campaign: NamedUnit;
  readonly kind: ActivityKind;
  readonly on: string;
  readonly status: string;
}

/** What the unit did under its campaigns, and examples it has come across. */
export function Activities({ unit }: { readonly unit: string }) {
  const t = useWords(deskWords);
  const say = useSay();
  const { day } = useFormats();
  const query = useQuery({
    queryKey: ['activities', unit],
    queryFn: ({ signal }) =>
      request<Page<ActivityListed>>(address('/api/v1/activities', { unit, limit: 100 }), { signal }),
    meta: { follows: { kinds: ['activity'] } },
  });
  return (
    <Panel title={t.activities} aside={<Record unit={unit} />}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t.noActivities}</Text>
          ) : (
            <List spacing={4}>
              {items.map((activity) => (
                <List.Item key={activity.id}>
                  <LinkAnchor to="/matters/$kind/$id" params={{ kind: 'activity', id: activity.id }}>
                    {say(ACTIVITY_NAMES[activity.kind])}, {t.heldOn(day(activity.on))}
                  </LinkAnchor>{' '}
                  <StatusBadge of="activity" status={activity.status} />
                  <Text size="sm" c="dimmed">
                    {say(activity.campaign.name)}
                  </Text>
                </List.Item>
              ))}
            </List>
          )
        }
      </QueryState>
    </Panel>
  );
}

function Record({ unit }: { readonly unit: string }) {
  const t = useWords(deskWords);
  const say = useSay();
  const { data } = useQuery(campaignsQuery);
  const running = (data?.items ?? []).filter(({ status }) => status === 'running');
  if (running.length === 0) return null;
  const campaign: CommandField = {
    name: 'campaignId',
    label: t.campaign,
    type: 'choice',
    required: true,
    initial: running[0]?.id ?? '',
    choices: running.map(({ id, name }) => ({ value: id, label: say(name) })),
  };
  const activity = (): void =>
    openCommandDialog(t.activity, {
      href: '/api/v1/activities',
      schema: recordActivity,
      omit: ['activityId'],
      fixed: { unitId: unit },
      fields: [
        campaign,
        {
          name: 'kind',
          label: t.kind,
          type: 'choice',
          required: true,
          choices: ACTIVITY_KINDS.map((kind) => ({ value: kind, label: say(ACTIVITY_NAMES[kind]) })),
        },
        { name: 'title', label: t.what, type: 'line', required: true },
        { name: 'from', label: t.from, type: 'day', required: true },
        { name: 'to', label: t.to, type: 'day' },
        { name: 'result', label: t.result, type: 'text' },
      ],
      label: t.activity,
      onDone: () => sayDone(t.activityDone),
    });
  const example = (): void =>
    openCommandDialog(t.example, {
      href: '/api/v1/examples',
      schema: introduceExample,
      omit: ['exampleId'],
      fixed: { unitId: unit, introducedBy: unit },
      within: { subject: { id: `subject-${newKey()}` } },
      fields: [
        campaign,
        {
          name: 'kind',
          label: t.kind,
          type: 'choice',
          required: true,
          choices: EXAMPLE_KINDS.map((kind) => ({ value: kind, label: say(EXAMPLE_NAMES[kind]) })),
        },
        {
          name: 'subject.kind',
          label: t.subjectKind,
          type: 'choice',
          required: true,
          choices: SUBJECT_KINDS.map((kind) => ({ value: kind, label: say(SUBJECT_NAMES[kind]) })),
        },
        { name: 'subject.name', label: t.exampleName, type: 'line', required: true },
        { name: 'summary', label: t.exampleWhy, type: 'text', required: true },
      ],
      label: t.example,
      onDone: () => sayDone(t.exampleDone),
    });
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={activity}>
        {t.activity}
      </Button>
      <Button size="compact-sm" variant="default" onClick={example}>
        {t.example}
      </Button>
    </Group>
  );
}
