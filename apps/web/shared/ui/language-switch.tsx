import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useLanguage } from '../words/language.js';

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
    >
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </Button>
  );
}
