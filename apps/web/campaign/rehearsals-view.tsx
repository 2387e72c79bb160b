import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request, worldInAddress } from '../shared/api/client.js';
import { useMay } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { useWords } from '../shared/words/language.js';
import { campaignWords } from './campaign.words.js';
import { RehearsalList } from './rehearsal-list.js';
import { rehearsalWords } from './rehearsals.words.js';

const DEFAULT_UNITS = 20;

interface Props {
  readonly campaignId: string;
  /** What is rehearsed: the campaign, or a plan that comes with the product. */
  readonly of: { readonly campaignId: string } | { readonly plan: string };
}

/** Rehearsals of a campaign: begun with one press, watched while they are played. */
export function RehearsalsView({ campaignId, of }: Props) {
  const t = useWords(rehearsalWords);
  const { rehearsals: title } = useWords(campaignWords);
  const may = useMay();
  const isOfficial = worldInAddress() === null;
  const client = useQueryClient();
  return (
    <Panel title={title} hint={t.hint}>
      {isOfficial && may('world.rehearse') && (
        <Begin of={of} onBegun={() => void client.invalidateQueries({ queryKey: ['rehearsals'] })} />
      )}
      <RehearsalList campaignId={campaignId} />
    </Panel>
  );
}

function Begin({ of, onBegun }: { readonly of: Props['of']; readonly onBegun: () => void }) {
  const t = useWords(rehearsalWords);
  const [units, setUnits] = useState<number | string>(DEFAULT_UNITS);
  const [seed, setSeed] = useState<number | string>(1);
  const begin = useMutation({
    mutationFn: () =>
      request<{ readonly world: string }>('/api/v1/rehearsals', {
        method: 'POST',
        body: { ...of, units: Number(units), seed: Number(seed) },
      }),
    onSuccess: onBegun,
  });
  return (
    <Stack gap="xs" className="vd-no-print">
      {begin.isError && <ProblemAlert error={begin.error} />}
      <Group align="end" gap="sm">
        <NumberInput label={t.units} value={units} onChange={setUnits} min={1} max={500} allowDecimal={false} w={180} />
        <NumberInput label={t.seed} value={seed} onChange={setSeed} min={0} allowDecimal={false} w={260} />
        <Button
          leftSection={<IconFlask size={18} aria-hidden />}
          loading={begin.isPending}
          onClick={() => begin.mutate()}
        >
          {t.begin}
        </Button>
      </Group>
      {begin.isPending && (
        <Text size="sm" role="status">
          {t.beginning}
        </Text>
      )}
    </Stack>
  );
}
