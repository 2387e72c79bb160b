import { keptLanguage } from '../words/language.js';
import { worldInAddress } from './client.js';
import { OFFLINE, ProblemError, problemIn } from './problem.js';

/** A file the api keeps; acts attach it by its digest and the name people see. */
export interface KeptFile {
  readonly digest: string;
  readonly name: string;
  readonly size: number;
}

/** Sends one file to be kept. Attached to nothing yet, it is seen by whoever sent it alone. */
export async function upload(file: File): Promise<KeptFile> {
  const form = new FormData();
  form.append('file', file, file.name);
  const world = worldInAddress();
  const headers = {
    accept: 'application/json',
    'accept-language': keptLanguage(),
    'x-requested-with': 'vinhdanh',
    ...(world === null ? {} : { 'x-world': world }),
  };
  const sent = fetch('/api/v1/files', { method: 'POST', headers, body: form, credentials: 'same-origin' });
  const response = await sent.catch((): never => {
    throw new ProblemError(OFFLINE);
  });
  if (!response.ok) throw new ProblemError(await problemIn(response));
  return (await response.json()) as KeptFile;
}
