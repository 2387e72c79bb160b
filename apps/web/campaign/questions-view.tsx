import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerQuestion } from '../../../libs/contracts/commands/campaign.contract.js';
import type { CommandField } from '../shared/forms/command-form.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { questionsQuery, type CampaignShown, type QuestionShown } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import { standingWords } from './standing.words.js';

/** What the document leaves open: its own words, the choices, who has answered what. */
export function QuestionsView({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(standingWords);
  const { questions: title } = useWords(campaignWords);
  const { number } = useFormats();
  const query = useQuery(questionsQuery(campaign.id));
  const left = query.data?.items.filter(({ answer }) => answer === null).length ?? 0;
  return (
    <Panel title={title} {...(left === 0 ? {} : { hint: t.openQuestions(number(left)) })}>
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.noQuestions} />
          ) : (
            <Stack gap="lg">
              {items.map((question) => (
                <Question key={question.id} campaign={campaign} question={question} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Panel>
  );
}

function Question({ campaign, question }: { readonly campaign: CampaignShown; readonly question: QuestionShown }) {
  const t = useWords(standingWords);
  const words = useWords(common);
  const say = useSay();
  const may = useMay();
  const { moment } = useFormats();
  const { answer, choices } = question;
  const chosen = choices.find(({ key }) => key === answer?.choice);
  const { issuer, leadAgency } = campaign.file.roles;
  // What has been answered can be answered anew only before the launch: the plan goes by it.
  const isOpen = campaign.status === 'draft' || (campaign.status === 'running' && answer === null);
  const mayAnswer = [issuer.unit, leadAgency.unit].some((unit) => may('campaign.answer', unit));
  return (
    <Stack gap={6} component="article" pb="md" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Group gap="xs">
        <Text fw={600}>{say(question.unclear)}</Text>
        {question.blocks === 'launch' && answer === null && (
          <Badge variant="outline" color="red" c="var(--mantine-color-error)" tt="none">
            {t.blocksLaunch}
          </Badge>
        )}
      </Group>
      {question.quote !== '' && (
        <Text component="blockquote" m={0} pl="sm" size="sm" style={{ borderLeft: '3px solid var(--vd-line)' }}>
          {t.quote}: <span lang="vi">“{question.quote}”</span>
        </Text>
      )}
      {answer !== null && (
        <div>
          <Text>{chosen === undefined ? (answer.text?.text ?? words.erased) : say(chosen.text)}</Text>
          <Text size="sm" c="dimmed">
            {t.answered(answer.by.name ?? words.unknownPerson, moment(answer.at))}
          </Text>
        </div>
      )}
      {mayAnswer && isOpen && <AnswerButton campaign={campaign} question={question} />}
    </Stack>
  );
}

function AnswerButton({ campaign, question }: { readonly campaign: CampaignShown; readonly question: QuestionShown }) {
  const t = useWords(standingWords);
  const say = useSay();
  const { choices, recommended, freeText } = question;
  const named = choices.map(({ key, text }) => ({
    value: key,
    label: key === recommended ? `${say(text)} (${t.recommended})` : say(text),
  }));
  const choice: CommandField = {
    name: 'choice',
    label: t.choice,
    type: 'choice',
    required: freeText !== true,
    sentEmpty: true,
    initial: question.answer?.choice ?? recommended ?? '',
    choices: named,
  };
  const text: CommandField = { name: 'text', label: t.answerText, type: 'text', required: choices.length === 0 };
  const open = (): void =>
    openCommandDialog(say(question.unclear), {
      href: `/api/v1/campaigns/${encodeURIComponent(campaign.id)}/answers`,
      schema: answerQuestion,
      omit: ['campaignId'],
      fixed: choices.length === 0 ? { questionId: question.id, choice: '' } : { questionId: question.id },
      fields: [...(choices.length === 0 ? [] : [choice]), ...(choices.length === 0 || freeText === true ? [text] : [])],
      label: t.answer,
      onDone: () => sayDone(t.saved),
    });
  return (
    <Group className="vd-no-print">
      <Button size="compact-sm" variant={question.answer === null ? 'filled' : 'default'} onClick={open}>
        {question.answer === null ? t.answer : t.change}
      </Button>
    </Group>
  );
}
