import { Button, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TimelineItem } from '../campaign/campaign-query.js';
import { DatesList } from '../campaign/dates-list.js';
import { RehearsalsView } from '../campaign/rehearsals-view.js';
import { useAct, wish } from '../shared/api/act.js';
import { useMay, useToday } from '../shared/session/me.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useLanguage, useSay, useWords } from '../shared/words/language.js';
import { campaignsQuery, type Judged } from './campaigns-query.js';
import { campaignsWords } from './campaigns.words.js';

/** Rules a draft goes by until its own are chosen by date. */
const RULE_PACK = 'L2022-ND98';

interface Props {
  readonly judged: Judged;
  /** A plan that comes with the product, which can be rehearsed before it is taken in. */
  readonly plan?: string;
  readonly onDrafted?: () => void;
  /** What a place of the file is called in the form it was filled in by; its line otherwise. */
  readonly placeOf?: (path: Judged['findings'][number]['path']) => string | undefined;
}

/** What is wrong line by line; else the calendar, and the draft one press away. */
export function JudgedView({ judged, plan, onDrafted, placeOf }: Props) {
  return (
    <Stack gap="md">
      {judged.findings.length > 0 && <Findings findings={judged.findings} placeOf={placeOf} />}
      <Calendar judged={judged} onDrafted={onDrafted} />
      {plan !== undefined && judged.file !== null && <RehearsalsView campaignId={judged.file.id} of={{ plan }} />}
    </Stack>
  );
}

interface FindingsProps {
  readonly findings: Judged['findings'];
  readonly placeOf: Props['placeOf'];
}

function Findings({ findings, placeOf }: FindingsProps) {
  const t = useWords(campaignsWords);
  const say = useSay();
  const { language } = useLanguage();
  const { number } = useFormats();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Panel title={t.findings(number(errors), number(findings.length - errors))}>
      <List size="sm" spacing={4}>
        {findings.map(({ code, severity, line, path, messageVi, messageEn, wayOut }) => (
          <List.Item key={`${String(line)}${code}${messageVi}`}>
            <Text span size="sm" fw={600}>
              {placeOf?.(path) ?? t.line(number(line))}, {severity === 'error' ? t.error : t.warning}:
            </Text>{' '}
            {language === 'vi' ? messageVi : messageEn}{' '}
            <Text span size="sm" c="dimmed">
              {say(wayOut)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}

function Calendar({
  judged: { plan, file },
  onDrafted,
}: Pick<Props, 'judged'> & { readonly onDrafted: Props['onDrafted'] }) {
  const t = useWords(campaignsWords);
  const today = useToday();
  const { number } = useFormats();
  if (plan === null || file === null) return null;
  const items: readonly TimelineItem[] = plan.dates.map((date) => ({ ...date, passed: date.on < today }));
  const reminders = plan.obligations
    .flatMap(({ occurrences }) => occurrences)
    .reduce((all, occurrence) => all + occurrence.reminders.length, 0);
  const counted = [plan.obligations, plan.reviews, plan.rounds, file.openQuestions] as const;
  const [duties, reviews, rounds, questions] = counted.map(({ length }) => number(length));
  return (
    <Panel
      title={t.calendar}
      hint={`${t.counts(duties ?? '', reviews ?? '', rounds ?? '', questions ?? '')}; ${t.reminders(number(reminders))}`}
      aside={<Draft file={file} onDrafted={onDrafted} />}
    >
      <DatesList items={items} all />
    </Panel>
  );
}

interface DraftProps {
  readonly file: NonNullable<Judged['file']>;
  readonly onDrafted: Props['onDrafted'];
}

function Draft({ file, onDrafted }: DraftProps) {
  const t = useWords(campaignsWords);
  const may = useMay();
  const navigate = useNavigate();
  const { data } = useQuery(campaignsQuery);
  const act = useAct({
    onDone: () => {
      onDrafted?.();
      sayDone(t.drafted);
      void navigate({ to: '/campaigns/$campaignId', params: { campaignId: file.id } });
    },
  });
  if (data?.items.some(({ id }) => id === file.id) === true) {
    return (
      <LinkButton to="/campaigns/$campaignId" params={{ campaignId: file.id }} variant="default">
        {t.openIt}
      </LinkButton>
    );
  }
  if (!may('campaign.draft', file.roles.issuer.unit)) {
    return (
      <Text size="sm" c="dimmed" maw={280}>
        {t.mayNot}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {act.isError && <ProblemAlert error={act.error} />}
      <Button
        loading={act.isPending}
        onClick={() => act.mutate(wish('/api/v1/campaigns', { file, rulePack: RULE_PACK }))}
      >
        {t.draft}
      </Button>
    </Stack>
  );
}
