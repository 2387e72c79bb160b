import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { addRoundAward } from '../../../libs/contracts/commands/award.contract.js';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import type { AwardRound } from '../../../libs/domain/campaign-plan/duties.js';
import { SUBJECT_KINDS } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { awardsQuery } from '../campaigns/compose-query.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { sayDone } from '../shared/ui/toast.js';
import { useSay, useWords } from '../shared/words/language.js';
import type { CampaignShown } from './campaign-query.js';
import { contentWords } from './content.words.js';

/** Lets the heads of issuer and lead agency add an award of today's catalogue to a round; nothing for anybody else. */
export function AddAward({ campaign, round }: { readonly campaign: CampaignShown; readonly round: AwardRound }) {
  const t = useWords(contentWords);
  const say = useSay();
  const may = useMay();
  const { issuer, leadAgency } = campaign.file.roles;
  const isAlive = campaign.status === 'draft' || campaign.status === 'running';
  const mayAdd = isAlive && [issuer, leadAgency].some(({ unit }) => may('round.add-award', unit));
  const { data } = useQuery({ ...awardsQuery, enabled: mayAdd });
  const offered = round.awards.map(({ award }) => award);
  const others = (data?.items ?? []).filter(({ award }) => !offered.includes(award));
  if (!mayAdd || others.length === 0) return null;
  const open = (): void =>
    openCommandDialog(t.addAwardTitle(say(round.text)), {
      href: `/api/v1/campaigns/${encodeURIComponent(campaign.id)}/rounds/${encodeURIComponent(round.key)}/awards`,
      schema: addRoundAward,
      omit: ['campaignId', 'round'],
      fields: [
        {
          name: 'award',
          label: t.award,
          hint: t.addAwardHint,
          type: 'choice',
          required: true,
          choices: others.map(({ award, name }) => ({ value: award, label: say(name) })),
        },
        {
          name: 'subjectKinds',
          label: t.subjectKinds,
          type: 'many',
          required: true,
          choices: SUBJECT_KINDS.map((kind) => ({ value: kind, label: say(SUBJECT_NAMES[kind]) })),
        },
        { name: 'document.number', label: t.number, type: 'line', required: true },
        { name: 'document.date', label: t.date, type: 'day', required: true },
        { name: 'reason', label: t.reason, type: 'text', required: true },
      ],
      label: t.addAward,
      onDone: () => sayDone(t.awardAdded),
    });
  return (
    <Group className="vd-no-print">
      <Button size="compact-sm" variant="default" onClick={open}>
        {t.addAward}
      </Button>
    </Group>
  );
}
