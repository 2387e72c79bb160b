import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { proposeExample } from '../../../libs/contracts/commands/activity.contract.js';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { campaignQuery } from '../campaign/campaign-query.js';
import type { NamedUnit, SealedShown, TaskShown } from '../shared/api/answers.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useShortcuts } from '../shared/shortcuts.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { isOpenToMe, matterQuery } from './matter-query.js';
import { mattersWords } from './matters.words.js';

interface ExampleOpened {
  readonly id: string;
  readonly subject: { readonly kind: SubjectKind; readonly name: SealedShown };
  readonly summary: SealedShown;
  readonly introducedBy: NamedUnit;
  readonly campaign: NamedUnit;
}

/** An advanced example: who it is and what for; to be proposed at one of the levels of its campaign. */
export function ExampleMatter({ task, onEnded }: { readonly task: TaskShown; readonly onEnded: () => void }) {
  const t = useWords(mattersWords);
  const words = useWords(common);
  const say = useSay();
  const query = useQuery(matterQuery<ExampleOpened>(task));
  return (
    <QueryState query={query}>
      {(example) => (
        <Panel title={t.example} hint={say(SUBJECT_NAMES[example.subject.kind])}>
          <Text fw={600}>{example.subject.name.text ?? words.erased}</Text>
          <Text style={{ whiteSpace: 'pre-line' }}>{example.summary.text ?? words.erased}</Text>
          <Text size="sm">{t.introducedBy(say(example.introducedBy.name))}</Text>
          <Group>
            <LinkAnchor to="/examples/$exampleId" params={{ exampleId: example.id }} size="sm">
              {t.openExample}
            </LinkAnchor>
          </Group>
          {task.what.kind === 'propose-example' && isOpenToMe(task) && <Propose example={example} onEnded={onEnded} />}
        </Panel>
      )}
    </QueryState>
  );
}

function Propose({ example, onEnded }: { readonly example: ExampleOpened; readonly onEnded: () => void }) {
  const t = useWords(mattersWords);
  const say = useSay();
  const { data } = useQuery(campaignQuery(example.campaign.id));
  const levels = data?.file.exampleRegister?.levels ?? [];
  const open = (): void =>
    openCommandDialog(t.propose, {
      href: `/api/v1/examples/${encodeURIComponent(example.id)}/proposal`,
      schema: proposeExample,
      omit: ['exampleId'],
      fields: [
        {
          name: 'level',
          label: t.level,
          type: 'choice',
          required: true,
          choices: levels.map(({ key, name }) => ({ value: key, label: say(name) })),
        },
        { name: 'note', label: t.remark, type: 'text' },
      ],
      label: t.propose,
      onDone: () => {
        sayDone(t.proposed);
        onEnded();
      },
    });
  // The form asks for one of the levels: it opens once they are known.
  const isKnown = data !== undefined;
  useShortcuts({ a: isKnown ? open : undefined });
  return (
    <Group>
      <Button disabled={!isKnown} onClick={open}>
        {t.propose}
      </Button>
    </Group>
  );
}
