import { Badge, Table, Text } from '@mantine/core';
import { IMPORT_FIELDS } from '../../../libs/domain/award-history/import/header.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import styles from './award-import.module.css';
import { awardImportWords } from './award-import.words.js';
import { lettersOf } from './columns-panel.js';
import type { ImportLine, ImportPreview } from './import-answers.js';

interface Column {
  readonly at: number;
  readonly label: string;
}

interface Props {
  readonly lines: readonly ImportLine[];
  readonly preview: Pick<ImportPreview, 'mapping' | 'header'>;
}

const MOST_COLUMNS = 8;

/** The rows as they stand in the file, what becomes of each, and of a wrong one which cell, why and the way out. */
export function LinesTable({ lines, preview: { mapping, header } }: Props) {
  const t = useWords(awardImportWords);
  const read = IMPORT_FIELDS.flatMap((field) => {
    const at = mapping[field];
    return at === undefined ? [] : { at, label: t[field] };
  }).sort((a, b) => a.at - b.at);
  // Nothing is understood yet: then the columns as they are say best what is what.
  const bare = Array.from({ length: Math.min(header.length || MOST_COLUMNS, MOST_COLUMNS) }, (_, at) => ({
    at,
    label: header[at]?.trim() ?? '',
  })).map(({ at, label }) => ({ at, label: label === '' ? t.columnBare(lettersOf(at)) : label }));
  const columns: readonly Column[] = read.length > 0 ? read : bare;
  return (
    <WideTable label={t.preview} minWidth={300 + columns.length * 110}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.row}</Table.Th>
          <Table.Th miw={200}>{t.outcome}</Table.Th>
          {columns.map(({ at, label }) => (
            <Table.Th key={at}>{label}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Line key={line.row} line={line} columns={columns} />
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Line({ line, columns }: { readonly line: ImportLine; readonly columns: readonly Column[] }) {
  const t = useWords(awardImportWords);
  const say = useSay();
  const { number } = useFormats();
  const { row, cells, standing, problems } = line;
  const names = { new: t.isNew, known: t.isKnown, wrong: t.isWrong, unread: t.isUnread };
  const wrong = new Set(problems.map(({ column }) => column));
  return (
    <Table.Tr>
      <Table.Td>{number(row)}</Table.Td>
      <Table.Td>
        <Badge tt="none" {...(standing === 'wrong' ? { variant: 'outline', color: 'red' } : { variant: 'default' })}>
          {names[standing]}
        </Badge>
        {problems.map(({ field, code, column, reason, wayOut }) => (
          <Text key={`${field}${code}`} size="sm">
            {column !== '' && <b>{t.atColumn(column)}</b>}
            {say(reason)}{' '}
            <Text span size="sm" c="dimmed">
              {say(wayOut)}
            </Text>
          </Text>
        ))}
      </Table.Td>
      {columns.map(({ at }) => (
        <Table.Td key={at}>
          <span className={wrong.has(lettersOf(at)) ? styles['wrong'] : undefined}>{cells[at] ?? ''}</span>
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
