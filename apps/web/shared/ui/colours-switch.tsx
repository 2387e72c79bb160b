import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useWords } from '../words/language.js';
import { coloursWords } from './colours.words.js';

/** Light, dark, or as the machine has it. */
export function ColoursSwitch() {
  const t = useWords(coloursWords);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.colours}
      value={colorScheme}
      onChange={setColorScheme}
      data={[
        { value: 'light' as const, label: t.light },
        { value: 'dark' as const, label: t.dark },
        { value: 'auto' as const, label: t.auto },
      ]}
    />
  );
}
