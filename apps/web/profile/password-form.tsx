import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { passwordBody } from '../../../libs/contracts/account.contract.js';
import { request } from '../shared/api/client.js';
import { useContractForm } from '../shared/forms/contract-form.js';
import { ME_KEY } from '../shared/session/me.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { sayDone } from '../shared/ui/toast.js';
import { useWords } from '../shared/words/language.js';
import { profileWords } from './profile.words.js';

/** A new password, given the present one. */
export function PasswordForm() {
  const t = useWords(profileWords);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: { present: string; next: string }) => request('/api/v1/auth/password', { method: 'POST', body }),
    onSuccess: () => {
      sayDone(t.changed);
      void client.invalidateQueries({ queryKey: ME_KEY });
      form.reset();
    },
  });
  const form = useContractForm({
    schema: passwordBody,
    initialValues: { present: '', next: '' },
    error: change.error,
  });
  const eye = { 'aria-label': t.show, tabIndex: 0, 'aria-hidden': false };
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t.passwordHint}
        </Text>
        {change.isError && <ProblemAlert error={change.error} />}
        <PasswordInput
          label={t.present}
          autoComplete="current-password"
          visibilityToggleButtonProps={eye}
          {...form.getInputProps('present')}
        />
        <PasswordInput
          label={t.next}
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
          {...form.getInputProps('next')}
        />
        <Button type="submit" loading={change.isPending}>
          {t.password}
        </Button>
      </Stack>
    </form>
  );
}
