import { Box, Button, Center, Group, Image, Paper, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { request } from '../shared/api/client.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { common } from '../shared/words/common.words.js';
import { useWords } from '../shared/words/language.js';
import { LanguageSwitch } from '../shared/ui/language-switch.js';
import { signInRoute } from './route.js';
import { signInWords } from './sign-in.words.js';

/** User name and password; then on to where the reader was going. */
export function SignInPage() {
  const t = useWords(signInWords);
  const words = useWords(common);
  const client = useQueryClient();
  const router = useRouter();
  const { to } = signInRoute.useSearch();
  const signIn = useMutation({
    mutationFn: (body: { username: string; password: string }) =>
      request<{ personId: string }>('/api/v1/auth/sign-in', { method: 'POST', body }),
    onSuccess: async () => {
      client.clear();
      await router.invalidate();
      router.history.push(to ?? '/inbox');
    },
  });
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? words.required : null),
      password: (value) => (value === '' ? words.required : null),
    },
  });
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={400}>
        <Group justify="center" gap="sm" wrap="nowrap">
          <Image src="/mark.svg" alt="" w={48} h={48} />
          <div>
            <Text fw={700} fz="xl" lh={1.2}>
              {words.product}
            </Text>
            <Text size="sm" c="dimmed" lh={1.3}>
              {words.productAbout}
            </Text>
          </div>
        </Group>
        <Paper className="vd-surface" p="lg">
          <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
            <Stack>
              <PageTitle text={t.title} />
              {signIn.isError && <ProblemAlert error={signIn.error} />}
              <TextInput label={t.username} autoComplete="username" autoFocus {...form.getInputProps('username')} />
              <PasswordInput
                label={t.password}
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': t.show, tabIndex: 0, 'aria-hidden': false }}
                {...form.getInputProps('password')}
              />
              <Button type="submit" loading={signIn.isPending} fullWidth>
                {t.enter}
              </Button>
              <Text size="sm" c="dimmed">
                {t.forgotten}
              </Text>
            </Stack>
          </form>
        </Paper>
        <Group justify="space-between" wrap="nowrap">
          <Text size="xs" c="dimmed">
            {t.motto}
          </Text>
          <Box flex="none">
            <LanguageSwitch />
          </Box>
        </Group>
      </Stack>
    </Center>
  );
}
