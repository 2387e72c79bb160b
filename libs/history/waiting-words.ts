import { parseQueue } from '../domain/access/actor.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import { roleName } from './state-words.js';

const KNOWN: Readonly<Record<string, Bilingual>> = {
  time: { vi: 'chờ đến ngày', en: 'waits for its date' },
  nominations: { vi: 'chờ các hồ sơ cuối cùng xong', en: 'waits for the last dossiers to be done' },
  list: { vi: 'chờ lập danh sách trình', en: 'waits for the submission list' },
  'first look': { vi: 'vừa có thay đổi, sắp xem lại', en: 'something changed, about to look' },
  nothing: { vi: 'không còn gì phải chờ', en: 'nothing left to wait for' },
};

const REFUSED = 'refused: ';

/** What a workflow waits for, in the words of the house; a queue is told as whoever holds it. */
export function waitingWords(waitingFor: string, unitName: (id: string) => Bilingual): Bilingual {
  const known = KNOWN[waitingFor];
  if (known !== undefined) return known;
  if (waitingFor.startsWith(REFUSED)) {
    const code = waitingFor.slice(REFUSED.length);
    return { vi: `bị từ chối (${code}), cần quản trị xem`, en: `was refused (${code}), an administrator has to look` };
  }
  const queue = parseQueue(waitingFor);
  if (queue === undefined) return { vi: waitingFor, en: waitingFor };
  const unit = unitName(queue.unitId);
  return {
    vi: `chờ ${roleName(queue.role, 'vi')}, ${unit.vi}`,
    en: `waits for the ${roleName(queue.role, 'en')}, ${unit.en}`,
  };
}
