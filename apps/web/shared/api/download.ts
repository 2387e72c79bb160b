import { ProblemError, problemIn } from './problem.js';
import { sendRaw } from './client.js';

/** Fetches what is to be kept as a file and hands it to the browser; a link could not say which world it is of. */
export async function download(path: string, name: string): Promise<void> {
  const response = await sendRaw(path);
  if (!response.ok) throw new ProblemError(await problemIn(response));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
