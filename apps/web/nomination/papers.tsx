import { Alert, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PapersShown } from '../shared/api/answers.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { PaperFile } from './paper-file.js';
import { PaperPlace } from './paper-place.js';
import { PaperPreview, type Previewed } from './paper-preview.js';
import { papersQuery } from './papers-query.js';
import { papersWords } from './papers.words.js';

/** The papers of a dossier: what is asked for, what is still missing, every file with its versions. */
export function Papers({ nominationId }: { readonly nominationId: string }) {
  const t = useWords(papersWords);
  const query = useQuery(papersQuery(nominationId));
  return (
    <Panel title={t.title}>
      <QueryState query={query}>{(shown) => <Laid nominationId={nominationId} shown={shown} />}</QueryState>
    </Panel>
  );
}

interface Props {
  readonly nominationId: string;
  readonly shown: PapersShown;
}

function Laid({ nominationId, shown }: Props) {
  const t = useWords(papersWords);
  const say = useSay();
  const { moment } = useFormats();
  const [viewed, setViewed] = useState<Previewed>();
  const { asked, papers, named, mayChange, other } = shown;
  const standing = papers.filter(({ takenOut }) => takenOut === null);
  const gone = papers.filter(({ takenOut }) => takenOut !== null);
  const kinds = asked.map(({ kind }) => kind);
  const filesOf = (of: (kind: string) => boolean) =>
    standing
      .filter(({ kind }) => of(kind))
      .map((paper) => (
        <PaperFile
          key={paper.versions[0]?.digest}
          paper={paper}
          nominationId={nominationId}
          mayChange={mayChange}
          onView={setViewed}
        />
      ));
  const others = filesOf((kind) => !kinds.includes(kind));
  return (
    <Stack gap="md">
      <Missing shown={shown} />
      {asked.map((paper) => (
        <PaperPlace key={paper.kind} asked={paper} nominationId={nominationId} mayChange={mayChange}>
          {filesOf((kind) => kind === paper.kind)}
        </PaperPlace>
      ))}
      {(mayChange || others.length > 0) && (
        <PaperPlace kind={other} nominationId={nominationId} mayChange={mayChange}>
          {others}
        </PaperPlace>
      )}
      {named.length > 0 && (
        <div>
          <Title order={3} size="h6">
            {t.named}
          </Title>
          <List size="sm">
            {named.map(({ kind, reference }) => (
              <List.Item key={`${kind}/${reference}`}>{reference}</List.Item>
            ))}
          </List>
        </div>
      )}
      {gone.length > 0 && (
        <details>
          <summary>{t.gone}</summary>
          {gone.map((paper) => (
            <div key={paper.versions[0]?.digest}>
              <Text size="sm" mt="xs">
                {say(paper.title)}
                {paper.takenOut !== null &&
                  `: ${t.takenOut(paper.takenOut.by.name ?? paper.takenOut.by.id, moment(paper.takenOut.at))}`}
              </Text>
              <PaperFile paper={paper} nominationId={nominationId} mayChange={false} onView={setViewed} />
            </div>
          ))}
        </details>
      )}
      {!mayChange && (
        <Text size="sm" c="dimmed" className="vd-no-print">
          {t.locked}
        </Text>
      )}
      {viewed !== undefined && <PaperPreview file={viewed} onClose={() => setViewed(undefined)} />}
    </Stack>
  );
}

/** What is still missing by name, or that nothing is. */
function Missing({ shown: { asked } }: { readonly shown: PapersShown }) {
  const t = useWords(papersWords);
  const say = useSay();
  const missing = asked.filter(({ binding, held }) => binding && !held);
  if (asked.length === 0) return <Text size="sm">{t.nothingAsked}</Text>;
  return missing.length === 0 ? (
    <Alert
      variant="light"
      color="teal"
      icon={<IconCircleCheck aria-hidden />}
      role="status"
      c="var(--mantine-color-text)"
    >
      {t.complete}
    </Alert>
  ) : (
    <Alert variant="light" color="orange" icon={<IconAlertTriangle aria-hidden />} role="status">
      {t.missing(missing.map(({ name }) => say(name)).join('; '))}
    </Alert>
  );
}
