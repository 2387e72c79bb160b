import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { delegateRole } from '../../../libs/contracts/commands/organisation.contract.js';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { parseQueue, queueOf } from '../../../libs/domain/access/actor.js';
import type { HoldingShown, Me } from '../shared/api/answers.js';
import { useAct, wish } from '../shared/api/act.js';
import { useContractForm } from '../shared/forms/contract-form.js';
import DayField from '../shared/forms/day-field.js';
import { PersonField } from '../shared/forms/person-field.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { profileWords } from './profile.words.js';

interface Props {
  readonly me: Me;
  /** Positions one holds oneself: what was delegated is not delegated on. */
  readonly own: readonly HoldingShown[];
  readonly onClose: () => void;
}

/** Another person of the unit does one's work for a time. */
export default function DelegationForm({ me, own, onClose }: Props) {
  const t = useWords(profileWords);
  const words = useWords(common);
  const say = useSay();
  const act = useAct({
    onDone: () => {
      sayDone(t.delegated);
      onClose();
    },
  });
  const first = own[0];
  const form = useContractForm({
    schema: delegateRole,
    initialValues: {
      queue: first === undefined ? '' : queueOf(first.unit.id, first.role),
      toPersonId: '',
      from: me.world.today,
      to: '',
      reason: '',
    },
    toBody: ({ queue, ...rest }) => ({ ...parseQueue(queue), ...rest }),
    required: ['toPersonId', 'from', 'to', 'reason'],
    error: act.error,
  });
  const unit = parseQueue(form.values.queue)?.unitId;
  const submit = form.onSubmit(({ queue, toPersonId, ...rest }) =>
    act.mutate(
      wish(`/api/v1/persons/${encodeURIComponent(toPersonId)}/delegations`, { ...parseQueue(queue), ...rest }),
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t.delegateHint}
        </Text>
        {act.isError && <ProblemAlert error={act.error} />}
        <NativeSelect
          label={t.position}
          data={own.map((held) => ({
            value: queueOf(held.unit.id, held.role),
            label: `${say(ROLE_NAMES[held.role])}, ${say(held.unit.name)}`,
          }))}
          {...form.getInputProps('queue')}
        />
        <PersonField
          label={t.person}
          unit={unit}
          except={me.person.id}
          value={form.values.toPersonId}
          onChange={(person) => form.setFieldValue('toPersonId', person)}
          error={form.errors['toPersonId']}
        />
        <Group grow align="flex-start">
          <DayField
            label={t.from}
            withAsterisk
            today={me.world.today}
            value={form.values.from}
            onChange={(day) => form.setFieldValue('from', day)}
            error={form.errors['from']}
          />
          <DayField
            label={t.to}
            withAsterisk
            today={me.world.today}
            value={form.values.to}
            onChange={(day) => form.setFieldValue('to', day)}
            error={form.errors['to']}
          />
        </Group>
        <Textarea label={t.reason} withAsterisk autosize minRows={2} {...form.getInputProps('reason')} />
        <Group>
          <Button type="submit" loading={act.isPending}>
            {t.go}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
