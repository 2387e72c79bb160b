/** Documents beside a bundle: files whose digests its facts name. */
import { must } from './must.mjs';

/** Documents that events name with a digest. */
function documentsIn(value) {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = /^[0-9a-f]{64}$/.test(value.digest) && typeof value.size === 'number' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(documentsIn)];
}

/** The documents handed in are those the facts name, and none is missing or strange. */
export function checkDocuments(bundle, documents, say) {
  const named = new Set(bundle.events.flatMap(({ payload }) => documentsIn(payload)).map(({ digest }) => digest));
  if (documents === undefined) {
    if (named.size > 0) say('open', 'open-documents', { count: named.size });
    return;
  }
  // With the texts of an erased person go the documents of their dossier: nobody can hand those in.
  const kept = bundle.events.filter(({ leaf }) => bundle.salts[leaf.sealSubject] !== undefined);
  const present = new Set(Object.values(documents));
  for (const { digest } of kept.flatMap(({ payload }) => documentsIn(payload)))
    must(present.has(digest), 'document-missing', digest);
  const strays = Object.entries(documents).filter(([, digest]) => !named.has(digest));
  must(strays.length === 0, 'document-unknown', strays.map(([name]) => name).join(', '));
  const gone = [...named].filter((digest) => !present.has(digest)).length;
  say('proven', 'documents', { count: named.size - gone });
  if (gone > 0) say('open', 'open-erased-documents', { count: gone });
}
