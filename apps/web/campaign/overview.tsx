import { Badge, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Phase } from '../../../libs/domain/campaign-plan/campaign.js';
import { Figure } from '../shared/ui/figure.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { progressQuery, timelineQuery, type CampaignShown, type ProgressShown } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import { DatesList } from './dates-list.js';
import { DutyProgressList } from './duty-progress.js';
import { Timeline } from './timeline.js';

/** What a leader understands at a glance: the figures, where today stands, what comes next, how the duties go. */
export function Overview({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(campaignWords);
  const progress = useQuery(progressQuery(campaign.id));
  const timeline = useQuery(timelineQuery(campaign.id));
  return (
    <Stack gap="md">
      <QueryState query={progress}>{(shown) => <Figures progress={shown} />}</QueryState>
      <Panel title={t.timeline}>
        <QueryState query={timeline}>{(shown) => <Timeline campaign={campaign} timeline={shown} />}</QueryState>
        <Phases campaign={campaign} />
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Panel title={t.next}>
          <QueryState query={timeline}>{({ items }) => <DatesList items={items} />}</QueryState>
        </Panel>
        <Panel title={t.dutyProgress}>
          <QueryState query={progress}>
            {({ obligations }) => <DutyProgressList campaign={campaign} duties={obligations} />}
          </QueryState>
        </Panel>
      </SimpleGrid>
    </Stack>
  );
}

const sum = (counts: Readonly<Record<string, number>>, ...names: readonly string[]): number =>
  names.reduce((total, name) => total + (counts[name] ?? 0), 0);

function Figures({ progress }: { readonly progress: ProgressShown }) {
  const t = useWords(campaignWords);
  const { number } = useFormats();
  const { obligations, registrations, rounds, nominations } = progress;
  const total = (of: 'fulfilled' | 'late' | 'overdue' | 'open'): number =>
    obligations.reduce((all, duty) => all + duty[of], 0);
  const registered = sum(registrations, 'submitted', 'confirmed', 'returned');
  const due = total('fulfilled') + total('open');
  return (
    <Group gap="sm" align="stretch" component="section" aria-label={t.figures}>
      <Figure
        label={t.registered}
        value={number(registered)}
        hint={t.registeredHint(number(sum(registrations, 'confirmed')))}
      />
      <Figure
        label={t.done}
        value={t.ofAll(number(total('fulfilled')), number(due))}
        hint={t.doneHint(number(total('late')))}
      />
      <Figure label={t.overdue} value={number(total('overdue'))} hint={t.overdueHint} isLate={total('overdue') > 0} />
      <Figure label={t.rounds} value={number(sum(rounds, 'open', 'listing'))} />
      <Figure
        label={t.awarded}
        value={number(sum(nominations, 'recognised', 'published', 'archived'))}
        hint={t.awardedHint(number(sum(nominations, 'open', 'returned', 'on-hold')))}
      />
    </Group>
  );
}

/** Phases with what each waits for: the next one opens only when the review before it is concluded. */
function Phases({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(campaignWords);
  const say = useSay();
  const { day } = useFormats();
  const { file, phases, conclusions } = campaign;
  const stateOf = ({ key, gate }: Phase): string | undefined => {
    if (phases.includes(key)) return t.reached;
    const review = file.reviews.find((one) => one.key === gate || one.gates === key);
    return review === undefined || conclusions[review.key] !== undefined ? undefined : t.waitsFor(say(review.text));
  };
  return (
    <List size="sm" spacing={2}>
      {file.phases.map((phase) => {
        const state = stateOf(phase);
        return (
          <List.Item key={phase.key}>
            {say(phase.text)}: {day(phase.from)} - {day(phase.to)}{' '}
            {state !== undefined && (
              <Badge variant="default" tt="none" size="sm" h="auto" styles={{ label: { whiteSpace: 'normal' } }}>
                {state}
              </Badge>
            )}
          </List.Item>
        );
      })}
      {file.reviews.map(({ key, text }) => {
        const conclusion = conclusions[key];
        return (
          conclusion !== undefined && (
            <List.Item key={key}>
              <Text span size="sm">
                {say(text)}: {t.concluded(conclusion.number, day(conclusion.date))}
              </Text>
            </List.Item>
          )
        );
      })}
    </List>
  );
}
