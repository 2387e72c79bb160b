import { Paper, Stack, Text, Title } from '@mantine/core';
import type { NominationShown } from '../shared/api/answers.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { nominationWords } from './nomination.words.js';

/** What was handed in, in words; the papers stand beside it. */
export function DossierContent({ nomination }: { readonly nomination: NominationShown }) {
  const t = useWords(nominationWords);
  const { number } = useFormats();
  const { achievement, returns, rulePack, rulesName } = nomination;
  const say = useSay();
  const rules =
    rulesName === null
      ? undefined
      : rulePack?.pinned === undefined
        ? t.rulesProvisional(say(rulesName))
        : t.rules(say(rulesName));
  return (
    <Paper className="vd-surface" p="md" component="section" aria-labelledby="dossier">
      <Stack gap="sm">
        <Title order={2} size="h4" id="dossier">
          {t.dossier}
        </Title>
        <div>
          <Title order={3} size="h6">
            {t.achievement}
          </Title>
          <Text style={{ whiteSpace: 'pre-line' }}>{achievement ?? t.achievementErased}</Text>
        </div>
        {returns > 0 && <Text size="sm">{t.returned(number(returns))}</Text>}
        {rules !== undefined && (
          <Text size="sm" c="dimmed">
            {rules}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
