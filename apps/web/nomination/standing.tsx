import { Paper, Stack, Text, Title } from '@mantine/core';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { parseQueue } from '../../../libs/domain/access/actor.js';
import type { NamedUnit, NominationShown } from '../shared/api/answers.js';
import { useToday } from '../shared/session/me.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { nominationWords } from './nomination.words.js';
import { useDays } from './route-line.js';

interface Props {
  readonly nomination: NominationShown;
}

/** Where the dossier stands now: the step, since when, for whom it waits, until when. */
export function PresentStep({ nomination }: Props) {
  const t = useWords(nominationWords);
  const words = useWords(common);
  const say = useSay();
  const { moment, since, day } = useFormats();
  const today = useToday();
  const { openStep, decision, upward } = nomination;
  const waitsAt = useWaitsAt(nomination);
  const assignee = openStep?.assignee;
  return (
    <Paper className="vd-surface" p="md" component="section" aria-labelledby="present-step">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h5" id="present-step">
          {t.now}
        </Title>
        {openStep === null ? (
          <Text size="sm">{t.over}</Text>
        ) : (
          <>
            <Text fw={600}>{say(openStep.name)}</Text>
            <DueChip due={openStep.due} />
            <Text size="sm">{waitsAt}</Text>
            {openStep.queue !== '' && (
              <Text size="sm">
                {assignee == null
                  ? t.notTaken
                  : t.inHands(
                      assignee.name ?? words.unknownPerson,
                      assignee.since === null ? '' : since(assignee.since, today),
                    )}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {t.waitsSince(moment(openStep.openedAt))}
            </Text>
          </>
        )}
        <StoppedClock clock={nomination.clock} />
        {upward !== null && <Text size="sm">{t.upward(upward.authority, upward.number, day(upward.date))}</Text>}
        {decision !== null && <Text size="sm">{t.decision(decision.number, day(decision.date))}</Text>}
      </Stack>
    </Paper>
  );
}

function StoppedClock({ clock }: Pick<NominationShown, 'clock'>) {
  const t = useWords(nominationWords);
  const say = useSay();
  const { moment } = useFormats();
  const days = useDays();
  if (clock === null) return null;
  const [step, at] = [say(clock.step), moment(clock.stoppedAt)];
  return (
    <Text size="sm">{clock.left === null ? t.clockStopped(step, at) : t.clockLeft(step, at, days(clock.left))}</Text>
  );
}

const partsOf = ({ unit, roles }: NominationShown): readonly NamedUnit[] => [unit, ...Object.values(roles)];

function useWaitsAt(nomination: NominationShown): string {
  const t = useWords(nominationWords);
  const say = useSay();
  const target = parseQueue(nomination.openStep?.queue ?? '');
  if (target === undefined) return t.waitsForTime;
  const unit = partsOf(nomination).find(({ id }) => id === target.unitId);
  return t.waitsAt(say(ROLE_NAMES[target.role]), unit === undefined ? '' : say(unit.name));
}

/** The units that play a part. */
export function Parts({ nomination: { roles } }: Props) {
  const t = useWords(nominationWords);
  const say = useSay();
  return (
    <Paper className="vd-surface" p="md" component="section" aria-labelledby="parts">
      <Title order={2} size="h5" id="parts" mb="xs">
        {t.parts}
      </Title>
      <dl style={{ margin: 0 }}>
        {(['standingBody', 'leadAgency', 'council', 'decider'] as const).map((part) => (
          <div key={part}>
            <Text component="dt" size="sm" c="dimmed">
              {t[part]}
            </Text>
            <Text component="dd" size="sm" m={0} mb={6}>
              {say(roles[part].name)}
            </Text>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
