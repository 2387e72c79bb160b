import { Button, Modal, Paper, Stack, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { formOf, type FormedAct } from '../acts/act-forms.js';
import { actsWords } from '../acts/acts.words.js';
import type { NominationShown } from '../shared/api/answers.js';
import { Loading } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import { nominationWords } from './nomination.words.js';
import { offeredActs } from './offered.js';

const ActForm = lazy(() => import('../acts/act-form.js'));

/** Everything the reader can do with the dossier now, each act with its form. Nothing is shown that would be refused. */
export function DossierActs({ nomination }: { readonly nomination: NominationShown }) {
  const t = useWords(nominationWords);
  const labels = useWords(actsWords);
  const [open, setOpen] = useState<FormedAct>();
  const acts = offeredActs(nomination);
  const chosen = acts.find(({ command }) => command === open);
  const close = (): void => setOpen(undefined);
  if (acts.length === 0) return null;
  return (
    <Paper className="vd-surface vd-no-print" p="md" component="section" aria-labelledby="dossier-acts">
      <Stack gap="xs">
        <Title order={2} size="h5" id="dossier-acts">
          {t.acts}
        </Title>
        {acts.map(({ command }) => {
          const { label, tone } = formOf(command);
          return (
            <Button
              key={command}
              variant={tone === 'good' ? 'filled' : 'default'}
              onClick={() => setOpen(command)}
              fullWidth
            >
              {labels[label]}
            </Button>
          );
        })}
      </Stack>
      {chosen !== undefined && (
        <Modal opened onClose={close} title={labels[formOf(chosen.command).label]} size="lg">
          <Suspense fallback={<Loading />}>
            <ActForm
              act={chosen}
              about={nomination.openStep?.taskId ?? `nomination:${nomination.id}`}
              whose={nomination.subject.name ?? t.erased}
              onDone={close}
              onCancel={close}
            />
          </Suspense>
        </Modal>
      )}
    </Paper>
  );
}
