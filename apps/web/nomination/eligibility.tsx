import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { EligibilityShown, PossibleAct, RuleStatus, VerdictShown } from '../shared/api/answers.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { EligibilityActs } from './eligibility-acts.js';
import { eligibilityQuery } from './eligibility-query.js';
import { eligibilityWords } from './eligibility.words.js';

const RULE_ICONS = {
  failed: IconCircleX,
  unknown: IconHelpCircle,
  advisory: IconInfoCircle,
  passed: IconCircleCheck,
  'not-applicable': IconCircleCheck,
} as const;
const OUTCOMES = {
  eligible: { label: 'eligible', icon: IconCircleCheck },
  'not-eligible': { label: 'notEligible', icon: IconCircleX },
  undetermined: { label: 'undetermined', icon: IconAlertTriangle },
} as const;
/** What one has to look at; the rest is there when asked for. */
const OPEN: readonly RuleStatus[] = ['failed', 'unknown', 'advisory'];

interface Props {
  readonly nominationId: string;
  /** What the reader may do with it. */
  readonly acts: readonly PossibleAct[];
}

/** Whether the dossier meets the rules, which of them decide it, under which article, what is missing, and answering it. */
export function Eligibility({ nominationId, acts }: Props) {
  const t = useWords(eligibilityWords);
  const { data, error, refetch } = useQuery(eligibilityQuery(nominationId));
  return (
    <Paper className="vd-surface" p="md" component="section" aria-labelledby="eligibility">
      <Stack gap="sm">
        <Title order={2} size="h4" id="eligibility">
          {t.title}
        </Title>
        {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {data !== undefined && <Told eligibility={data} acts={acts} />}
      </Stack>
    </Paper>
  );
}

interface ToldProps {
  readonly eligibility: EligibilityShown;
  readonly acts: Props['acts'];
}

function Told({ eligibility, acts }: ToldProps) {
  return (
    <>
      <ByLaw eligibility={eligibility} acts={acts} />
      <ByCampaign criteria={eligibility.criteria} />
    </>
  );
}

/** What the campaign's own document asks, judged by the same engine. */
function ByCampaign({ criteria }: Pick<EligibilityShown, 'criteria'>) {
  const t = useWords(eligibilityWords);
  if (criteria === null) return null;
  const { document, now } = criteria;
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {t.criteria(document.symbol ?? '–')}
      </Title>
      <Verdict verdict={now} note={t.criteriaNote} />
    </Stack>
  );
}

function ByLaw({ eligibility, acts }: ToldProps) {
  const { recorded, now, missing } = eligibility;
  const t = useWords(eligibilityWords);
  const say = useSay();
  const { moment } = useFormats();
  const counts = recorded?.verdict ?? now;
  if (counts === null) return <Text c="dimmed">{t.noRules}</Text>;
  const differs = recorded !== null && now !== null && now.outcome !== recorded.verdict.outcome;
  const declare = acts.find(({ command }) => command === 'declareFacts');
  const evaluate = acts.find(({ command }) => command === 'evaluateNomination');
  return (
    <>
      <Verdict verdict={counts} note={recorded === null ? t.live : t.recordedAt(moment(recorded.at))} />
      {differs && (
        <>
          <Text size="sm" fw={600}>
            {t.differs}
          </Text>
          <Text size="sm">{say(now.sentence)}</Text>
        </>
      )}
      {missing.facts.length > 0 && (
        <div>
          <Title order={3} size="h6">
            {t.asked}
          </Title>
          <List size="sm">
            {missing.facts.map(({ fact, question, about, answer }) => (
              <List.Item key={fact}>
                {say(question)}
                {about !== null && ` (${say(about)})`}
                {answer === null && (
                  <Text size="xs" c="dimmed">
                    {t.elsewhere}
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      <EligibilityActs eligibility={eligibility} declare={declare} evaluate={evaluate} />
    </>
  );
}

function Verdict({ verdict, note }: { readonly verdict: VerdictShown; readonly note: string }) {
  const t = useWords(eligibilityWords);
  const say = useSay();
  const { number } = useFormats();
  const { label, icon: Icon } = OUTCOMES[verdict.outcome];
  const open = verdict.rules.filter(({ status }) => OPEN.includes(status));
  const others = verdict.rules.filter(({ status }) => !OPEN.includes(status));
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <Icon aria-hidden />
        <div>
          <Text fw={600}>{t[label]}</Text>
          <Text size="sm" c="dimmed">
            {note}
          </Text>
        </div>
      </Group>
      {open.length > 0 && <Rules rules={open} />}
      {others.length > 0 && (
        <details>
          <summary>{t.others(number(others.length))}</summary>
          <Rules rules={others} />
        </details>
      )}
      {verdict.rules.length === 0 && <Text size="sm">{say(verdict.sentence)}</Text>}
    </>
  );
}

function Rules({ rules }: { readonly rules: VerdictShown['rules'] }) {
  const say = useSay();
  return (
    <List size="sm" spacing={6} center={false} mt="xs">
      {rules.map(({ row, status, sentence }) => {
        const Icon = RULE_ICONS[status];
        return (
          <List.Item key={row} icon={<Icon size={18} aria-hidden />}>
            {say(sentence)}
          </List.Item>
        );
      })}
    </List>
  );
}
