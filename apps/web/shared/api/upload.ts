import { keptLanguage } from '../words/language.js';
import { worldInAddress } from './client.js';
import { OFFLINE, ProblemError, problemIn, type Problem } from './problem.js';

/** A file the api keeps; acts attach it by its digest and the name people see. */
export interface KeptFile {
  readonly digest: string;
  readonly name: string;
  readonly size: number;
}

interface Sending {
  /** Digest of the file it is a new version of. */
  readonly replaces?: string | undefined;
  /** Told how much of it has been sent, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Sends one file to be kept. Attached to nothing yet, it is seen by whoever sent it alone. */
export function upload(file: File, { replaces, onProgress }: Sending = {}): Promise<KeptFile> {
  const form = new FormData();
  if (replaces !== undefined) form.append('replaces', replaces);
  form.append('file', file, file.name);
  const world = worldInAddress();
  // `fetch` cannot say how much of a body has gone out.
  const sending = new XMLHttpRequest();
  sending.open('POST', '/api/v1/files');
  sending.setRequestHeader('accept', 'application/json');
  sending.setRequestHeader('accept-language', keptLanguage());
  sending.setRequestHeader('x-requested-with', 'vinhdanh');
  if (world !== null) sending.setRequestHeader('x-world', world);
  return new Promise((resolve, reject) => {
    const refuse = (problem: Problem): void => reject(new ProblemError(problem));
    sending.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
    sending.onerror = () => refuse(OFFLINE);
    sending.onload = () => {
      if (sending.status < 300) resolve(JSON.parse(sending.responseText) as KeptFile);
      else void problemIn(new Response(sending.responseText, { status: sending.status })).then(refuse);
    };
    sending.send(form);
  });
}
