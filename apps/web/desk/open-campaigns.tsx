import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../campaigns/campaigns-query.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useSay, useWords } from '../shared/words/language.js';
import { deskWords } from './desk.words.js';
import { registrationsQuery } from './desk-query.js';

/** Campaigns that run and that a cluster or block has not registered for: nothing asks it to, its leader may all the same. */
export function OpenCampaigns({ unit }: { readonly unit: string }) {
  const t = useWords(deskWords);
  const say = useSay();
  const campaigns = useQuery(campaignsQuery);
  const known = useQuery(registrationsQuery(unit));
  return (
    <Panel title={t.openCampaigns} hint={t.openCampaignsHint}>
      <QueryState query={known}>
        {(registrations) => (
          <QueryState query={campaigns}>
            {({ items }) => {
              const registered = registrations.items.map(({ campaign }) => campaign.id);
              const open = items.filter(({ id, status }) => status === 'running' && !registered.includes(id));
              if (open.length === 0) return <Text c="dimmed">{t.noOpenCampaigns}</Text>;
              return (
                <Stack gap="xs">
                  {open.map(({ id, name }) => (
                    <Group key={id} justify="space-between" gap="xs">
                      <Text flex="1 1 240px">{say(name)}</Text>
                      <LinkButton
                        size="compact-sm"
                        variant="default"
                        to="/desk/pledge/$campaignId"
                        params={{ campaignId: id }}
                        search={{ unit }}
                        aria-label={t.registerFor(say(name))}
                      >
                        {t.register}
                      </LinkButton>
                    </Group>
                  ))}
                </Stack>
              );
            }}
          </QueryState>
        )}
      </QueryState>
    </Panel>
  );
}
