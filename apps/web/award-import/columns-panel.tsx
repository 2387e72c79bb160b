import { Alert, Button, Group, NumberInput, Select, SimpleGrid } from '@mantine/core';
import {
  IMPORT_FIELDS,
  REQUIRED_FIELDS,
  SAYING_FIELDS,
  type ImportField,
} from '../../../libs/domain/award-history/import/header.js';
import { Panel } from '../shared/ui/panel.js';
import { useWords } from '../shared/words/language.js';
import { awardImportWords } from './award-import.words.js';
import type { ImportPreview } from './import-answers.js';
import type { Reading } from './import-query.js';

interface Props {
  readonly preview: ImportPreview;
  readonly reading: Reading;
  readonly onReading: (reading: Reading) => void;
}

/** What is needed stands first. */
const ORDER: readonly ImportField[] = [
  ...REQUIRED_FIELDS,
  ...SAYING_FIELDS,
  ...IMPORT_FIELDS.filter((field) => !REQUIRED_FIELDS.includes(field) && !SAYING_FIELDS.includes(field)),
];

/** A, B, ..., Z, AA: a column as people find it in the spreadsheet. */
export const lettersOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${lettersOf(Math.floor(column / 26) - 1)}${lettersOf(column % 26)}`;

/** Which column says what, and another one for what was not understood. */
export function ColumnsPanel({ preview, reading, onReading }: Props) {
  const t = useWords(awardImportWords);
  const { header, mapping, missing } = preview;
  const width = Math.max(header.length, ...preview.lines.items.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => {
    const called = header[column]?.trim() ?? '';
    const letters = lettersOf(column);
    return { value: String(column), label: called === '' ? t.columnBare(letters) : t.column(letters, called) };
  });
  const choose = (field: ImportField, column: string | null): void =>
    onReading({ ...reading, mapping: { ...reading.mapping, [field]: column === null ? null : Number(column) } });
  const isChanged = reading.headerRow !== undefined || Object.keys(reading.mapping).length > 0;
  return (
    <Panel
      title={t.columns}
      hint={t.columnsHint}
      aside={
        isChanged && (
          <Button size="compact-sm" variant="default" onClick={() => onReading({ mapping: {} })}>
            {t.reset}
          </Button>
        )
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
        <NumberInput
          label={t.headerRow}
          placeholder={t.headerRowHint}
          min={1}
          max={20_000}
          allowDecimal={false}
          value={reading.headerRow ?? preview.headerRow ?? ''}
          onChange={(row) => {
            // Columns chosen under another header would mean something else under this one.
            if (typeof row === 'number' && row >= 1) onReading({ mapping: {}, headerRow: row });
          }}
        />
        {ORDER.map((field) => (
          <Select
            key={field}
            label={t[field]}
            placeholder={t.noColumn}
            withAsterisk={REQUIRED_FIELDS.includes(field)}
            clearable={!REQUIRED_FIELDS.includes(field)}
            clearButtonProps={{ 'aria-label': `${t.noColumn}: ${t[field]}` }}
            data={columns}
            value={mapping[field] === undefined ? null : String(mapping[field])}
            onChange={(column) => choose(field, column)}
            error={missing.includes(field)}
          />
        ))}
      </SimpleGrid>
      {missing.length > 0 && (
        <Group>
          <Alert variant="outline" color="red" title={t.missing(missing.map((field) => t[field]).join(', '))}>
            {t.missingHint}
          </Alert>
        </Group>
      )}
    </Panel>
  );
}
