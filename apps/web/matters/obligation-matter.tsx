import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dutyTitle } from '../../../libs/contracts/duty-title.js';
import { fulfilObligation } from '../../../libs/contracts/commands/obligation.contract.js';
import { dutyOf } from '../../../libs/domain/campaign/campaign-dates.js';
import { campaignQuery, occurrenceName } from '../campaign/campaign-query.js';
import type { NamedUnit, SealedShown, TaskShown } from '../shared/api/answers.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { useShortcuts } from '../shared/shortcuts.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { isOpenToMe, matterQuery, type Owned } from './matter-query.js';
import { mattersWords } from './matters.words.js';

interface ObligationOpened {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly occurrence: string;
  readonly status: string;
  readonly unit: NamedUnit;
  readonly campaign: NamedUnit;
  /** When it was last urged by hand (epoch ms), and in which words. */
  readonly urgedAt?: number;
  readonly urgedText?: SealedShown;
}

interface Props {
  readonly task: TaskShown | Owned;
  readonly onEnded: () => void;
}

/** What a unit owes in the words of its campaign, and the way to do it. */
export function ObligationMatter({ task, onEnded }: Props) {
  const t = useWords(mattersWords);
  const may = useMay();
  const query = useQuery(matterQuery<ObligationOpened>(task));
  const isMine = (unitId: string): boolean => ('status' in task ? isOpenToMe(task) : may('obligation.fulfil', unitId));
  return (
    <QueryState query={query}>
      {(duty) => (
        <Panel title={t.required}>
          <Duty duty={duty} />
          <Urged duty={duty} />
          {isMine(duty.unit.id) && duty.status === 'open' && <DutyAct duty={duty} onEnded={onEnded} />}
          {duty.status === 'fulfilled' && <Text>{t.done}</Text>}
        </Panel>
      )}
    </QueryState>
  );
}

function Duty({ duty }: { readonly duty: ObligationOpened }) {
  const t = useWords(mattersWords);
  const say = useSay();
  const { data } = useQuery(campaignQuery(duty.campaign.id));
  const period = occurrenceName(duty.occurrence);
  return (
    <>
      <Text fw={600}>{data === undefined ? '…' : say(dutyTitle(data.file, duty.key))}</Text>
      {period !== '' && <Text size="sm">{t.period(period)}</Text>}
    </>
  );
}

/** What the lead agency wrote when it urged: a notice tells only that it did. */
function Urged({ duty: { urgedAt, urgedText } }: { readonly duty: ObligationOpened }) {
  const t = useWords(mattersWords);
  const { moment } = useFormats();
  if (urgedAt === undefined || urgedText === undefined) return null;
  return (
    <Alert variant="outline" color="blue" title={t.urgedAt(moment(new Date(urgedAt).toISOString()))}>
      {urgedText.text ?? t.erasedText}
    </Alert>
  );
}

function DutyAct({ duty, onEnded }: { readonly duty: ObligationOpened; readonly onEnded: () => void }) {
  const t = useWords(mattersWords);
  if (duty.kind === 'registration') {
    const params = { campaignId: duty.campaign.id };
    return (
      <Group>
        <LinkButton to="/desk/pledge/$campaignId" params={params} search={{ unit: duty.unit.id }}>
          {t.toRegister}
        </LinkButton>
      </Group>
    );
  }
  if (duty.kind === 'report') {
    return (
      <Group>
        <LinkButton to="/desk/reports/$obligationId" params={{ obligationId: duty.id }}>
          {t.toReport}
        </LinkButton>
      </Group>
    );
  }
  if (duty.kind === 'consolidation') {
    return (
      <Group>
        <LinkButton to="/desk" search={{ unit: duty.unit.id }}>
          {t.toDesk}
        </LinkButton>
      </Group>
    );
  }
  return <Prove duty={duty} onEnded={onEnded} />;
}

/** By a document with number and date where the campaign wants one, else by a word on what was done. */
function Prove({ duty, onEnded }: { readonly duty: ObligationOpened; readonly onEnded: () => void }) {
  const t = useWords(mattersWords);
  const { data } = useQuery(campaignQuery(duty.campaign.id));
  const isDocument = data === undefined ? undefined : dutyOf(data.file, duty.key)?.proof === 'document';
  const label = isDocument === true ? t.document : t.record;
  const open = (): void =>
    openCommandDialog(label, {
      href: `/api/v1/obligations/${encodeURIComponent(duty.id)}/fulfilment`,
      schema: fulfilObligation,
      omit: ['obligationId'],
      within: { proof: { kind: isDocument === true ? 'document' : 'record' } },
      fields:
        isDocument === true
          ? [
              { name: 'proof.number', label: t.number, type: 'line', required: true },
              { name: 'proof.date', label: t.date, type: 'day', required: true },
            ]
          : [{ name: 'proof.note', label: t.note, type: 'text', required: true }],
      label,
      onDone: () => {
        sayDone(t.fulfilled);
        onEnded();
      },
    });
  useShortcuts(isDocument === undefined ? {} : { a: open });
  if (isDocument === undefined) return null;
  return (
    <Group>
      <Button onClick={open}>{label}</Button>
    </Group>
  );
}
