import { Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ACTIVITY_NAMES } from '../../../libs/contracts/state-names.js';
import type { ActivityKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { NamedUnit, SealedShown } from '../shared/api/answers.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { AttachedFiles, type AttachedFile } from './attached-files.js';
import { matterQuery, type Owned } from './matter-query.js';
import { mattersWords } from './matters.words.js';

interface ActivityOpened {
  readonly kind: ActivityKind;
  readonly title: SealedShown;
  readonly result?: SealedShown;
  readonly from: string;
  readonly to: string;
  readonly lead: NamedUnit;
  readonly partners: readonly NamedUnit[];
  readonly concerned: readonly NamedUnit[];
  readonly quantities: readonly { readonly key: string; readonly value: number; readonly unit: string }[];
  readonly documents: readonly { readonly number: string; readonly date: string }[];
  readonly files: readonly AttachedFile[];
  readonly status: string;
  readonly followUp?: { readonly text: SealedShown };
}

/** An activity that waits to be confirmed, or whose follow-up is left to do. */
export function ActivityMatter({ task }: { readonly task: Owned }) {
  const t = useWords(mattersWords);
  const words = useWords(common);
  const say = useSay();
  const { day, number } = useFormats();
  const query = useQuery(matterQuery<ActivityOpened>(task));
  const listed = (units: readonly NamedUnit[]): string => units.map(({ name }) => say(name)).join(', ');
  return (
    <QueryState query={query}>
      {(activity) => (
        <Panel title={t.activity} hint={say(ACTIVITY_NAMES[activity.kind])}>
          <Group justify="space-between">
            <Text fw={600}>{activity.title.text ?? words.erased}</Text>
            <StatusBadge of="activity" status={activity.status} />
          </Group>
          <Text size="sm">
            {activity.from === activity.to ? t.onDay(day(activity.from)) : t.on(day(activity.from), day(activity.to))}
          </Text>
          <Text size="sm">{t.lead(say(activity.lead.name))}</Text>
          {activity.partners.length > 0 && <Text size="sm">{t.partners(listed(activity.partners))}</Text>}
          {activity.concerned.length > 0 && <Text size="sm">{t.concerned(listed(activity.concerned))}</Text>}
          {activity.result !== undefined && (
            <Text style={{ whiteSpace: 'pre-line' }}>{activity.result.text ?? words.erased}</Text>
          )}
          {activity.quantities.length > 0 && (
            <List size="sm">
              {activity.quantities.map(({ key, value, unit }) => (
                <List.Item key={key}>
                  {number(value)} {unit}
                </List.Item>
              ))}
            </List>
          )}
          {activity.documents.length > 0 && (
            <Text size="sm">
              {t.documents(activity.documents.map((one) => t.numberDay(one.number, day(one.date))).join('; '))}
            </Text>
          )}
          <AttachedFiles files={activity.files} />
          {activity.followUp !== undefined && (
            <Text fw={600}>{t.followUp(activity.followUp.text.text ?? words.erased)}</Text>
          )}
        </Panel>
      )}
    </QueryState>
  );
}
