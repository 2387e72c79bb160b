import { Box, Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useLanguage } from '../words/language.js';

const NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

/** The other language, named in itself, as those who need it read it. */
export function LanguageSwitch() {
  const { language, speak } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconLanguage size={16} aria-hidden />}
      onClick={() => speak(other)}
      lang={other}
      aria-label={`${other.toUpperCase()} ${NAMES[other]}`}
    >
      <Box component="span" visibleFrom="xs">
        {NAMES[other]}
      </Box>
      <Box component="span" hiddenFrom="xs" aria-hidden>
        {other.toUpperCase()}
      </Box>
    </Button>
  );
}
