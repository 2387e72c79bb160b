import { Modal } from '@mantine/core';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Loading } from '../ui/states.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/language.js';
import { openDialog, putDialog, watchDialog } from './open-dialog.js';

const CommandForm = lazy(() => import('./command-form.js').then((module) => ({ default: module.CommandForm })));

/** Shows the dialog that was asked for; stands once in the frame. */
export function CommandDialog() {
  const t = useWords(common);
  const shown = useSyncExternalStore(watchDialog, openDialog);
  const close = (): void => putDialog(undefined);
  return (
    <Modal
      opened={shown !== undefined}
      onClose={close}
      title={shown?.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {shown !== undefined && (
        <Suspense fallback={<Loading />}>
          <CommandForm
            {...shown.form}
            onCancel={close}
            onDone={(accepted) => {
              close();
              shown.form.onDone(accepted);
            }}
          />
        </Suspense>
      )}
    </Modal>
  );
}
