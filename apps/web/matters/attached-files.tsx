import { Anchor, List } from '@mantine/core';
import type { SealedShown } from '../shared/api/answers.js';
import { download } from '../shared/api/download.js';
import { sayProblem } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useLanguage, useWords } from '../shared/words/language.js';
import { mattersWords } from './matters.words.js';

export interface AttachedFile {
  readonly digest: string;
  readonly name: SealedShown;
}

/** Files that belong to something, to be downloaded. */
export function AttachedFiles({ files }: { readonly files: readonly AttachedFile[] }) {
  const t = useWords(mattersWords);
  const words = useWords(common);
  const { language } = useLanguage();
  if (files.length === 0) return null;
  return (
    <List size="sm">
      {files.map(({ digest, name }) => {
        const called = name.text ?? words.erased;
        const fetchIt = (): void =>
          void download(`/api/v1/files/${digest}`, called).catch((error: unknown) => sayProblem(error, language));
        return (
          <List.Item key={digest}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              ta="left"
              aria-label={t.download(called)}
              onClick={fetchIt}
            >
              {called}
            </Anchor>
          </List.Item>
        );
      })}
    </List>
  );
}
