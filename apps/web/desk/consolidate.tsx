import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { consolidateReports } from '../../../libs/contracts/commands/obligation.contract.js';
import { dutyOf } from '../../../libs/domain/campaign/campaign-dates.js';
import { campaignQuery } from '../campaign/campaign-query.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { acceptedReportsQuery, type DutyListed } from './desk-query.js';
import { deskWords } from './desk.words.js';

/** Sums up what units reported in the period; every report that was taken is a source. */
export function Consolidate({ duty }: { readonly duty: DutyListed }) {
  const t = useWords(deskWords);
  const { number } = useFormats();
  const { data } = useQuery(campaignQuery(duty.campaign.id));
  const summed = data === undefined ? undefined : dutyOf(data.file, duty.key)?.consolidates;
  const reports = useQuery(acceptedReportsQuery(duty.campaign.id, duty.occurrence));
  const own = `${duty.campaign.id}.${summed ?? ''}.`;
  const sources = (reports.data?.items ?? []).filter(({ obligationId }) => obligationId.startsWith(own));
  const open = (): void =>
    openCommandDialog(t.consolidateFrom(number(sources.length)), {
      href: '/api/v1/reports/consolidations',
      schema: consolidateReports,
      fixed: {
        campaignId: duty.campaign.id,
        obligationId: duty.id,
        occurrence: duty.occurrence,
        sources: sources.map(({ id }) => id),
      },
      fields: [{ name: 'summary', label: t.summary, type: 'text', required: true }],
      label: t.consolidate,
      onDone: () => sayDone(t.consolidated),
    });
  return (
    <Button size="compact-sm" onClick={open} loading={reports.isPending || data === undefined}>
      {t.consolidate}
    </Button>
  );
}
