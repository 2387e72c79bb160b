import type { CommandFormProps } from './command-form.js';

/** A command's form in a dialog, as a page asks for it. */
export interface DialogAsked {
  readonly title: string;
  readonly form: Omit<CommandFormProps, 'onCancel'>;
}

let asked: DialogAsked | undefined;
const watchers = new Set<() => void>();

export const openDialog = (): DialogAsked | undefined => asked;

export function watchDialog(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function putDialog(dialog: DialogAsked | undefined): void {
  asked = dialog;
  watchers.forEach((tell) => tell());
}

/** Opens the form of a command over the page, and closes it when it is done. */
export const openCommandDialog = (title: string, form: DialogAsked['form']): void => putDialog({ title, form });
