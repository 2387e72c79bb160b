/** What a file is, by its own first bytes and by its name; the browser's word counts for nothing. */
const ZIPPED: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
};
const COMPOUND: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};
const PLAIN: Readonly<Record<string, string>> = { txt: 'text/plain; charset=utf-8', csv: 'text/csv; charset=utf-8' };

interface Signature {
  readonly starts: readonly number[];
  readonly types: Readonly<Record<string, string>>;
}

const SIGNATURES: readonly Signature[] = [
  { starts: [0x25, 0x50, 0x44, 0x46, 0x2d], types: { pdf: 'application/pdf' } },
  { starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], types: { png: 'image/png' } },
  { starts: [0xff, 0xd8, 0xff], types: { jpg: 'image/jpeg', jpeg: 'image/jpeg' } },
  { starts: [0x50, 0x4b, 0x03, 0x04], types: ZIPPED },
  { starts: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], types: COMPOUND },
];

/** Endings a person can choose from. */
export const ACCEPTED_ENDINGS: readonly string[] = [
  ...SIGNATURES.flatMap(({ types }) => Object.keys(types)),
  ...Object.keys(PLAIN),
];

/** The media type of an accepted file; undefined for one that is none, or that is not what its name says. */
export function mediaTypeOf(name: string, head: Buffer): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const signature = SIGNATURES.find(({ starts }) => starts.every((byte, i) => head[i] === byte));
  if (signature !== undefined) return signature.types[ending];
  return isText(head) ? PLAIN[ending] : undefined;
}

/** Text has no control characters but line ends and tabs. A letter cut in two at the end of the head does not matter. */
function isText(head: Buffer): boolean {
  return head.length > 0 && head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
