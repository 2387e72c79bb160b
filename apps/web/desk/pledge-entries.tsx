import { ActionIcon, Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Panel } from '../shared/ui/panel.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { formsWords } from './forms.words.js';
import { ownEntry, type Entry } from './pledge-entry.js';

interface Props {
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
}

/** The lines of a pledge: the campaign's criteria that apply, and the unit's own indicators. */
export function PledgeEntries({ entries, onChange }: Props) {
  const t = useWords(formsWords);
  const { number } = useFormats();
  const own = entries.filter((entry) => entry.own);
  const offered = entries.filter((entry) => !entry.own);
  const put = (changed: Entry): void =>
    onChange(entries.map((entry) => (entry.key === changed.key && entry.own === changed.own ? changed : entry)));
  return (
    <>
      {offered.length > 0 && (
        <Panel title={t.criteria} hint={t.criteriaHint}>
          {offered.map((entry) => (
            <Stack key={entry.key} gap={4}>
              <Checkbox
                label={entry.text}
                checked={entry.isIn}
                onChange={({ currentTarget }) => put({ ...entry, isIn: currentTarget.checked })}
              />
              {entry.isIn && <Amount entry={entry} about={entry.text} onChange={put} />}
            </Stack>
          ))}
        </Panel>
      )}
      <Panel title={t.ownCriteria}>
        {own.map((entry, i) => (
          <Stack key={entry.key} gap={4}>
            <Group gap="xs" wrap="nowrap" align="end">
              <TextInput
                flex={1}
                label={t.ownText(number(i + 1))}
                value={entry.text}
                onChange={({ currentTarget }) => put({ ...entry, text: currentTarget.value })}
              />
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t.remove(number(i + 1))}
                onClick={() => onChange(entries.filter((one) => one !== entry))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
            <Amount entry={entry} about={t.ownText(number(i + 1))} onChange={put} />
          </Stack>
        ))}
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...entries, ownEntry(entries)])}
          >
            {t.addOwn}
          </Button>
        </Group>
      </Panel>
    </>
  );
}

interface AmountProps {
  readonly entry: Entry;
  readonly about: string;
  readonly onChange: (entry: Entry) => void;
}

function Amount({ entry, about, onChange }: AmountProps) {
  const t = useWords(formsWords);
  return (
    <Group gap="xs" pl={{ base: 0, sm: 30 }}>
      <NumberInput
        size="xs"
        w={140}
        placeholder={t.target}
        aria-label={t.targetOf(about)}
        value={entry.target}
        decimalSeparator=","
        thousandSeparator="."
        onChange={(target) => onChange({ ...entry, target })}
      />
      <TextInput
        size="xs"
        w={140}
        placeholder={t.measure}
        aria-label={t.measureOf(about)}
        value={entry.unit}
        onChange={({ currentTarget }) => onChange({ ...entry, unit: currentTarget.value })}
      />
      <Checkbox
        size="xs"
        label={t.spearhead}
        checked={entry.spearhead}
        disabled={entry.target === ''}
        onChange={({ currentTarget }) => onChange({ ...entry, spearhead: currentTarget.checked })}
      />
    </Group>
  );
}
