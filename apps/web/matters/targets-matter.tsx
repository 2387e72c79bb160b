import { Group } from '@mantine/core';
import type { TaskShown } from '../shared/api/answers.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { useSay, useWords } from '../shared/words/language.js';
import { mattersWords } from './matters.words.js';

/** What a campaign itself asks of its lead agency, such as targets of a unit that ended. */
export function TargetsMatter({ task }: { readonly task: TaskShown }) {
  const t = useWords(mattersWords);
  const say = useSay();
  const isTargets = task.what.kind === 'rebase-targets';
  return (
    <Panel title={say(task.what.stepName)} {...(isTargets ? { hint: t.targetsHint } : {})}>
      <Group>
        <LinkButton
          to="/campaigns/$campaignId"
          params={{ campaignId: task.campaign.id }}
          search={isTargets ? { part: 'targets' } : {}}
        >
          {t.toCampaign}
        </LinkButton>
      </Group>
    </Panel>
  );
}
