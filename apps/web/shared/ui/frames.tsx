import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Outlet, type ErrorComponentProps } from '@tanstack/react-router';
import { problemOf } from '../api/problem.js';
import { common } from '../words/common.words.js';
import { useLanguage, useWords } from '../words/language.js';

export const Page = () => <Outlet />;

/** When a page cannot be shown at all: no network, or an error of ours. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useWords(common);
  const { language } = useLanguage();
  const problem = problemOf(error);
  return (
    <Center mih="60vh" p="md">
      <Stack align="center" maw={480} ta="center" role="alert">
        <Title order={1} size="h3">
          {language === 'vi' ? problem.detailVi : problem.detailEn}
        </Title>
        <Text c="dimmed">{language === 'vi' ? problem.wayOutVi : problem.wayOutEn}</Text>
        <Button onClick={problem.status === 0 ? reset : () => window.location.reload()}>
          {problem.status === 0 ? t.retry : t.reload}
        </Button>
      </Stack>
    </Center>
  );
}
