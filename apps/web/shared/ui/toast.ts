import { notifications } from '@mantine/notifications';
import { problemOf } from '../api/problem.js';
import type { Language } from '../words/catalogue.js';

/** A short word that something is done. */
export const sayDone = (message: string): void => {
  notifications.show({ message, color: 'teal', withBorder: true });
};

/** A refusal of an act that has no form of its own to show it beside. */
export function sayProblem(error: unknown, language: Language): void {
  const problem = problemOf(error);
  const [title, message] =
    language === 'vi' ? [problem.detailVi, problem.wayOutVi] : [problem.detailEn, problem.wayOutEn];
  notifications.show({ title, message, color: 'red', withBorder: true, autoClose: 12_000 });
}
