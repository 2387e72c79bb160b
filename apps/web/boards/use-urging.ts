import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { LateDuty } from '../campaign/campaign-query.js';
import { wish } from '../shared/api/act.js';
import { doToAll } from '../shared/api/do-to-all.js';
import { refetchWhatFollows } from '../shared/api/follows.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { formatsOf } from '../shared/words/format.js';
import { boardsWords } from './boards.words.js';

/** A duty that could not be urged, and why. */
export interface Failed {
  readonly duty: LateDuty;
  readonly why: Bilingual;
}

interface Urging {
  readonly isBusy: boolean;
  readonly failed: readonly Failed[];
  readonly urge: (duties: readonly LateDuty[]) => void;
}

/** Urges one or many with the usual text, each for itself; `onDone` is told which were. What fails is named. */
export function useUrging(onDone: (ids: readonly string[]) => void): Urging {
  const t = useWords(boardsWords);
  const { number } = useFormats();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const urgeAll = async (duties: readonly LateDuty[]): Promise<void> => {
    setBusy(true);
    const done: string[] = [];
    const refused: Failed[] = [];
    // The unit reads it, whatever language whoever urges works in: the text is Vietnamese.
    const { standardText } = boardsWords.vi;
    const { day } = formatsOf('vi');
    await doToAll(
      duties,
      ({ id, title, due }) =>
        wish(`/api/v1/obligations/${encodeURIComponent(id)}/urges`, {
          text: standardText(title.vi, due === null ? '–' : day(due.lastDay)),
        }),
      (duty, result) => {
        if (result.kind === 'done') done.push(duty.id);
        if (result.kind === 'failed')
          refused.push({ duty, why: { vi: result.problem.detailVi, en: result.problem.detailEn } });
      },
    );
    setFailed(refused);
    setBusy(false);
    onDone(done);
    if (done.length > 0) sayDone(t.urged(number(done.length)));
    await refetchWhatFollows(
      client,
      duties.map(({ id }) => ({ kind: 'obligation', id })),
    );
  };
  return { isBusy, failed, urge: (duties) => void urgeAll(duties) };
}
