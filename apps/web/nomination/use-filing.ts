import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { perform, wish } from '../shared/api/act.js';
import { refetchWhatFollows } from '../shared/api/follows.js';
import { upload } from '../shared/api/upload.js';
import { sayDone } from '../shared/ui/toast.js';
import { useWords } from '../shared/words/language.js';
import { papersWords } from './papers.words.js';

interface Filed {
  readonly kind: string;
  readonly file: File;
  /** Digest of the version it takes the place of. */
  readonly replaces?: string;
}

interface Filing {
  readonly send: (filed: Filed) => void;
  readonly error: Error | null;
  /** The file on its way, and how much of it has gone out, from 0 to 1. */
  readonly sending: { readonly name: string; readonly share: number } | undefined;
}

/** Brings a file and lays it into a dossier, as one act of a person. */
export function useFiling(nominationId: string): Filing {
  const t = useWords(papersWords);
  const client = useQueryClient();
  const [sending, setSending] = useState<Filing['sending']>();
  const { mutate, error } = useMutation({
    mutationFn: async ({ kind, file, replaces }: Filed) => {
      const onProgress = (share: number): void => setSending({ name: file.name, share });
      onProgress(0);
      const { digest, name } = await upload(file, { replaces, onProgress });
      const body = { kind, digest, name, ...(replaces === undefined ? {} : { replaces }) };
      return perform(wish(`/api/v1/nominations/${encodeURIComponent(nominationId)}/papers`, body));
    },
    onSuccess: async ({ streams }) => {
      await refetchWhatFollows(client, streams);
      sayDone(t.filed);
    },
    onSettled: () => setSending(undefined),
  });
  return { send: mutate, error, sending };
}
