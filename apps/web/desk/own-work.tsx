import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import type { NominationListed, Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { deskWords } from './desk.words.js';
import { registrationsQuery } from './desk-query.js';

/** What the unit has promised, campaign by campaign. */
export function Pledges({ unit }: { readonly unit: string }) {
  const t = useWords(deskWords);
  const say = useSay();
  const { number } = useFormats();
  const query = useQuery(registrationsQuery(unit));
  return (
    <Panel title={t.pledges}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t.noPledges}</Text>
          ) : (
            <Stack gap="xs">
              {items.map((registration) => (
                <Stack key={registration.id} gap={2}>
                  <LinkAnchor
                    to="/desk/pledge/$campaignId"
                    params={{ campaignId: registration.campaign.id }}
                    search={{ unit }}
                  >
                    {say(registration.campaign.name)}
                  </LinkAnchor>
                  <Group gap="xs">
                    <StatusBadge status={registration.status} />
                    <Text size="sm" c="dimmed">
                      {t.pledgesOf(number(registration.pledges), number(registration.number))}
                    </Text>
                    {registration.status === 'confirmed' && (
                      <LinkAnchor
                        size="sm"
                        to="/desk/pledge-results/$registrationId"
                        params={{ registrationId: registration.id }}
                      >
                        {t.pledgeResults}
                      </LinkAnchor>
                    )}
                  </Group>
                </Stack>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Panel>
  );
}

/** The unit's own dossiers, wherever they are on their way. */
export function Dossiers({ unit }: { readonly unit: string }) {
  const t = useWords(deskWords);
  const words = useWords(common);
  const say = useSay();
  const query = useQuery({
    queryKey: ['nominations', { unit }],
    queryFn: ({ signal }) =>
      request<Page<NominationListed>>(address('/api/v1/nominations', { unit, limit: 100 }), { signal }),
    meta: { follows: { kinds: ['nomination'] } },
  });
  return (
    <Panel title={t.dossiers}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t.noDossiers}</Text>
          ) : (
            <Stack gap="xs">
              {items.map(({ id, subject, status, step, due }) => (
                <Stack key={id} gap={2}>
                  <LinkAnchor to="/nominations/$nominationId" params={{ nominationId: id }}>
                    {subject.name ?? words.erased}
                  </LinkAnchor>
                  <Group gap="xs">
                    <StatusBadge status={status} />
                    <Text size="sm" c="dimmed">
                      {say(SUBJECT_NAMES[subject.kind])}
                      {step !== null && ` · ${say(step.name)}`}
                    </Text>
                    {due !== null && <DueChip due={due} />}
                  </Group>
                </Stack>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Panel>
  );
}
