import { Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sendRaw } from '../shared/api/client.js';
import { ProblemError, problemIn } from '../shared/api/problem.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { useWords } from '../shared/words/language.js';
import styles from './papers.module.css';

export interface Previewed {
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
}

/** PDF, images and plain text: what a browser shows by itself. */
export const isPreviewed = (mediaType: string): boolean =>
  mediaType === 'application/pdf' || mediaType.startsWith('image/') || mediaType.startsWith('text/');

/** A file as it is, over the page. What is shown was fetched for the reader's world and checked by the api. */
export function PaperPreview({ file, onClose }: { readonly file: Previewed; readonly onClose: () => void }) {
  const words = useWords(common);
  const query = useQuery({
    queryKey: ['file', file.digest],
    queryFn: async ({ signal }) => {
      const response = await sendRaw(`/api/v1/files/${file.digest}`, { signal });
      if (!response.ok) throw new ProblemError(await problemIn(response));
      return response.blob();
    },
    // The content under a digest never changes; it need not be kept either once nobody looks at it.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={file.name}
      size="90rem"
      closeButtonProps={{ 'aria-label': words.close }}
      styles={{ title: { overflowWrap: 'anywhere' } }}
    >
      <QueryState query={query}>{(blob) => <Content file={file} blob={blob} />}</QueryState>
    </Modal>
  );
}

function Content({ file: { name, mediaType }, blob }: { readonly file: Previewed; readonly blob: Blob }) {
  const [shown, setShown] = useState<string>();
  const isText = mediaType.startsWith('text/');
  useEffect(() => {
    if (isText) {
      let isLeft = false;
      void blob.text().then((text) => isLeft || setShown(text));
      return () => void (isLeft = true);
    }
    const address = URL.createObjectURL(blob);
    setShown(address);
    return () => URL.revokeObjectURL(address);
  }, [blob, isText]);
  if (shown === undefined) return null;
  if (isText) return <pre className={styles['text']}>{shown}</pre>;
  return mediaType.startsWith('image/') ? (
    <Group justify="center">
      <img src={shown} alt={name} className={styles['image']} />
    </Group>
  ) : (
    <iframe src={shown} title={name} className={styles['pages']} />
  );
}
