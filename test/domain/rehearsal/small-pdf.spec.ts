import { expect, it } from '@jest/globals';
import { paperOf } from '../../../libs/rehearsal/dossier-papers.js';
import { smallPdf } from '../../../libs/rehearsal/small-pdf.js';

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

it('a paper of a rehearsal is a PDF whose table points at its parts, in letters its font knows', () => {
  const file = textOf(smallPdf(['[Diễn tập] Tờ trình (Đề nghị) \\', 'Hồ sơ h-1']));
  expect(file.startsWith('%PDF-1.4\n')).toBe(true);
  expect(file).toContain('([Dien tap] To trinh \\(De nghi\\) \\\\) Tj T*');
  const table = Number(/startxref\n(\d+)\n/.exec(file)?.[1]);
  expect(file.slice(table, table + 4)).toBe('xref');
  const starts = [...file.slice(table).matchAll(/(\d{10}) 00000 n/g)].map(([, start]) => Number(start));
  expect(starts.map((start, i) => file.startsWith(`${i + 1} 0 obj`, start))).toEqual([true, true, true, true, true]);
  const length = Number(/\/Length (\d+)/.exec(file)?.[1]);
  const from = file.indexOf('stream\n') + 'stream\n'.length;
  expect(file.slice(from + length, from + length + 10)).toBe('\nendstream');
});

it('the same paper of the same dossier is the same file, another is another', () => {
  expect(paperOf('h-1', 'TO_TRINH').digest).toBe(paperOf('h-1', 'TO_TRINH').digest);
  expect(paperOf('h-1', 'TO_TRINH').digest).not.toBe(paperOf('h-2', 'TO_TRINH').digest);
  expect(paperOf('h-1', 'TO_TRINH').name).toBe('to-trinh.pdf');
});
