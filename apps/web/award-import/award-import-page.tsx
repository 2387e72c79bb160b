import { Text } from '@mantine/core';
import { useState } from 'react';
import type { KeptFile } from '../shared/api/upload.js';
import { useMay } from '../shared/session/me.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Empty } from '../shared/ui/states.js';
import { useWords } from '../shared/words/language.js';
import { awardImportWords } from './award-import.words.js';
import { DryRun } from './dry-run.js';
import { FileChoice } from './file-choice.js';

/**
 * Past decisions from a spreadsheet: a file is chosen, looked at as often as needed and then entered. The file stays with the
 * page: who leaves it chooses it again, and what was entered is known then.
 */
export function AwardImportPage() {
  const t = useWords(awardImportWords);
  const may = useMay();
  const [file, setFile] = useState<KeptFile>();
  return (
    <PageBody>
      <LinkAnchor to="/admin" search={{ part: 'register' }} size="sm">
        {t.back}
      </LinkAnchor>
      <PageTitle text={t.title} />
      {may('register.keep') ? (
        <>
          <Text c="dimmed">{t.about}</Text>
          <FileChoice file={file} onFile={setFile} />
          {file !== undefined && <DryRun key={file.digest} digest={file.digest} />}
        </>
      ) : (
        <Empty title={t.notAllowed} hint={t.notAllowedHint} />
      )}
    </PageBody>
  );
}
