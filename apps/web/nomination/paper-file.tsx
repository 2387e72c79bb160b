import { Button, Code, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye, IconFile, IconTrash, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { takeOutPaper } from '../../../libs/contracts/commands/nomination.contract.js';
import type { PaperShown, PaperVersionShown } from '../shared/api/answers.js';
import { download } from '../shared/api/download.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { sayDone, sayProblem } from '../shared/ui/toast.js';
import { useFormats, useLanguage, useWords } from '../shared/words/language.js';
import { Sending } from './paper-place.js';
import { isPreviewed, type Previewed } from './paper-preview.js';
import { papersWords } from './papers.words.js';
import { useFiling } from './use-filing.js';

interface Props {
  readonly paper: PaperShown;
  readonly nominationId: string;
  readonly mayChange: boolean;
  readonly onView: (file: Previewed) => void;
}

/** A file of the dossier: its newest version, what can be done with it, and the versions it replaced. */
export function PaperFile({ paper, nominationId, mayChange, onView }: Props) {
  const t = useWords(papersWords);
  const { number } = useFormats();
  const [newest, ...former] = paper.versions;
  if (newest === undefined) return null;
  return (
    <Stack gap={4}>
      <Version version={newest} onView={onView}>
        {mayChange && <Changing nominationId={nominationId} paper={paper} newest={newest} />}
      </Version>
      {former.length > 0 && (
        <details>
          <summary>{t.former(number(former.length))}</summary>
          {former.map((version) => (
            <Version key={version.digest} version={version} onView={onView} />
          ))}
        </details>
      )}
    </Stack>
  );
}

interface VersionProps {
  readonly version: PaperVersionShown;
  readonly onView: (file: Previewed) => void;
  readonly children?: ReactNode;
}

function Version({ version, onView, children }: VersionProps) {
  const t = useWords(papersWords);
  const { language } = useLanguage();
  const { number, moment } = useFormats();
  const { digest, mediaType, size, at, by } = version;
  const name = version.name ?? t.erasedName;
  const fetchIt = (): void =>
    void download(`/api/v1/files/${digest}`, name).catch((error: unknown) => sayProblem(error, language));
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap" py={4}>
      <IconFile size={18} aria-hidden style={{ flex: 'none' }} />
      <Stack gap={2} flex={1} miw={0}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t.broughtBy(by.name ?? by.id, moment(at), t.kilobytes(number(Math.ceil(size / 1024))))}
        </Text>
        <Text size="xs" c="dimmed">
          {t.checksum}: <Code style={{ overflowWrap: 'anywhere' }}>{digest}</Code>
        </Text>
        <Group gap="xs" className="vd-no-print">
          {isPreviewed(mediaType) && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t.viewOf(name)}
              leftSection={<IconEye size={14} aria-hidden />}
              onClick={() => onView({ digest, name, mediaType })}
            >
              {t.view}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t.downloadOf(name)}
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={fetchIt}
          >
            {t.download}
          </Button>
          {children}
        </Group>
      </Stack>
    </Group>
  );
}

interface ChangingProps {
  readonly nominationId: string;
  readonly paper: PaperShown;
  readonly newest: PaperVersionShown;
}

function Changing({ nominationId, paper: { kind }, newest: { digest, name } }: ChangingProps) {
  const t = useWords(papersWords);
  const filing = useFiling(nominationId);
  const called = name ?? t.erasedName;
  const replace = (file: File | null): void => {
    if (file !== null) filing.send({ kind, file, replaces: digest });
  };
  const takeOut = (): void =>
    openCommandDialog(t.takeOutOf(called), {
      href: `/api/v1/nominations/${encodeURIComponent(nominationId)}/papers/${digest}/removal`,
      schema: takeOutPaper,
      omit: ['nominationId', 'digest'],
      fields: [{ name: 'reason', label: t.reason, type: 'text', required: true }],
      label: t.takeOut,
      isEnding: true,
      onDone: () => sayDone(t.removed),
    });
  return (
    <>
      <FileButton onChange={replace}>
        {(button) => (
          <Button
            {...button}
            size="compact-xs"
            variant="default"
            aria-label={t.replaceOf(called)}
            disabled={filing.sending !== undefined}
            leftSection={<IconUpload size={14} aria-hidden />}
          >
            {t.replace}
          </Button>
        )}
      </FileButton>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t.takeOutOf(called)}
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={takeOut}
      >
        {t.takeOut}
      </Button>
      {filing.error !== null && <ProblemAlert error={filing.error} />}
      {filing.sending !== undefined && <Sending {...filing.sending} />}
    </>
  );
}
