import { Button, FileButton, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TimelineItem } from '../campaign/campaign-query.js';
import { DatesList } from '../campaign/dates-list.js';
import { RehearsalsView } from '../campaign/rehearsals-view.js';
import { useAct, wish } from '../shared/api/act.js';
import { useMay, useToday } from '../shared/session/me.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useLanguage, useSay, useWords } from '../shared/words/language.js';
import { campaignsQuery, judge, planQuery, type Judged } from './campaigns-query.js';
import { campaignsWords } from './campaigns.words.js';
import { newCampaignRoute } from './route.js';

/** Rules a draft goes by until its own are chosen by date. */
const RULE_PACK = 'L2022-ND98';

/** A plan becomes a campaign: read from a file or one that is ready; its calendar is shown before anything is recorded. */
export function NewCampaignPage() {
  const { plan } = newCampaignRoute.useSearch();
  return <PageBody>{plan === undefined ? <FromFile /> : <Shipped name={plan} />}</PageBody>;
}

function Shipped({ name }: { readonly name: string }) {
  const query = useQuery(planQuery(name));
  return (
    <QueryState query={query}>
      {(judged) => (
        <>
          <JudgedTitle judged={judged} />
          <JudgedView judged={judged} plan={name} />
        </>
      )}
    </QueryState>
  );
}

function JudgedTitle({ judged }: { readonly judged: Judged }) {
  const t = useWords(campaignsWords);
  const say = useSay();
  return <PageTitle text={judged.file === null ? t.newTitle : say(judged.file.name)} />;
}

function FromFile() {
  const t = useWords(campaignsWords);
  const [text, setText] = useState('');
  const judging = useMutation({ mutationFn: judge });
  const open = (file: File | null): void => {
    if (file === null) return;
    void file.text().then((content) => {
      setText(content);
      judging.mutate(content);
    });
  };
  return (
    <>
      <PageTitle text={t.newTitle} />
      <Panel title={t.file} hint={t.newHint}>
        <Group>
          <FileButton onChange={open} accept=".yaml,.yml,.json">
            {(props) => (
              <Button variant="default" {...props}>
                {t.choose}
              </Button>
            )}
          </FileButton>
        </Group>
        <Textarea
          label={t.text}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          autosize
          minRows={6}
          maxRows={18}
          ff="monospace"
          spellCheck={false}
        />
        <Group>
          <Button onClick={() => judging.mutate(text)} disabled={text.trim() === ''} loading={judging.isPending}>
            {t.judge}
          </Button>
        </Group>
        {judging.isError && <ProblemAlert error={judging.error} />}
      </Panel>
      {judging.data !== undefined && <JudgedView judged={judging.data} />}
    </>
  );
}

/** What is wrong line by line; else the calendar, and the draft one press away. */
function JudgedView({ judged, plan }: { readonly judged: Judged; readonly plan?: string }) {
  return (
    <Stack gap="md">
      {judged.findings.length > 0 && <Findings findings={judged.findings} />}
      <Calendar judged={judged} />
      {plan !== undefined && judged.file !== null && <RehearsalsView campaignId={judged.file.id} of={{ plan }} />}
    </Stack>
  );
}

function Findings({ findings }: { readonly findings: Judged['findings'] }) {
  const t = useWords(campaignsWords);
  const say = useSay();
  const { language } = useLanguage();
  const { number } = useFormats();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Panel title={t.findings(number(errors), number(findings.length - errors))}>
      <List size="sm" spacing={4}>
        {findings.map(({ code, severity, line, messageVi, messageEn, wayOut }) => (
          <List.Item key={`${String(line)}${code}${messageVi}`}>
            <Text span size="sm" fw={600}>
              {t.line(number(line))}, {severity === 'error' ? t.error : t.warning}:
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

function Calendar({ judged: { plan, file } }: { readonly judged: Judged }) {
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
      aside={<Draft file={file} />}
    >
      <DatesList items={items} all />
    </Panel>
  );
}

function Draft({ file }: { readonly file: NonNullable<Judged['file']> }) {
  const t = useWords(campaignsWords);
  const may = useMay();
  const navigate = useNavigate();
  const { data } = useQuery(campaignsQuery);
  const act = useAct({
    onDone: () => {
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
