import { Alert, Button, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { problemOf } from '../api/problem.js';
import { common } from '../words/common.words.js';
import { useFormats, useLanguage, useSay, useWords } from '../words/language.js';

interface Props {
  readonly error: unknown;
  /** Offered where trying again may help. */
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong and what the reader can do about it; with what happened meanwhile where somebody was faster. */
export function ProblemAlert({ error, onRetry }: Props) {
  const t = useWords(common);
  const say = useSay();
  const formats = useFormats();
  const { language } = useLanguage();
  const problem = problemOf(error);
  const [detail, wayOut] =
    language === 'vi' ? [problem.detailVi, problem.wayOutVi] : [problem.detailEn, problem.wayOutEn];
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={detail}
      // The red of the palette is too light for words on the ground of a dialog.
      styles={{ title: { color: 'var(--mantine-color-error)' } }}
    >
      <Text size="sm">{wayOut}</Text>
      {problem.errors !== undefined && problem.errors.length > 0 && (
        <List size="sm" mt="xs">
          {problem.errors.map(({ field, messageVi, messageEn }) => (
            <List.Item key={`${field}${messageEn}`}>{language === 'vi' ? messageVi : messageEn}</List.Item>
          ))}
        </List>
      )}
      {problem.changed !== undefined && problem.changed.length > 0 && (
        <>
          <Text size="sm" mt="xs" fw={600}>
            {t.changedSince}
          </Text>
          <List size="sm">
            {problem.changed.map(({ what, who, when }) => (
              <List.Item key={`${when.business}${what.en}`}>
                {formats.moment(when.business)}: {say(what)} ({who.name ?? t.unknownPerson})
              </List.Item>
            ))}
          </List>
        </>
      )}
      {problem.legalBasis !== undefined && <Text size="sm">{t.legalBasis(problem.legalBasis)}</Text>}
      {problem.code === 'INTERNAL' && problem.requestId !== undefined && (
        <Text size="xs" c="dimmed">
          {t.requestId(problem.requestId)}
        </Text>
      )}
      {onRetry !== undefined && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t.retry}
        </Button>
      )}
    </Alert>
  );
}
