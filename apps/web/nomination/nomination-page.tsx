import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconPackageExport, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { STATUS_NAMES, SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import { EraseButton } from '../acts/erase-button.js';
import { History } from '../history/history.js';
import type { NominationShown } from '../shared/api/answers.js';
import { download } from '../shared/api/download.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { sayProblem } from '../shared/ui/toast.js';
import { capital } from '../shared/words/format.js';
import { useLanguage, useSay, useWords } from '../shared/words/language.js';
import { Comments } from './comments.js';
import { DossierActs } from './dossier-acts.js';
import { DossierContent } from './dossier-content.js';
import { Eligibility } from './eligibility.js';
import { nominationQuery } from './nomination-query.js';
import styles from './nomination.module.css';
import { nominationWords } from './nomination.words.js';
import { RouteLine } from './route-line.js';
import { nominationRoute } from './route.js';
import { Papers } from './papers.js';
import { Parts, PresentStep } from './standing.js';

/** A dossier: whose it is, where it stands, what is in it, what can be done, and everything that happened. */
export function NominationPage() {
  const { nominationId } = nominationRoute.useParams();
  const { data, error, refetch } = useQuery(nominationQuery(nominationId));
  return (
    <div className={styles['page']}>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Dossier nomination={data} />}
    </div>
  );
}

function Dossier({ nomination }: { readonly nomination: NominationShown }) {
  return (
    <>
      <Heading nomination={nomination} />
      {nomination.route.length > 0 && (
        <Paper className="vd-surface" p="md">
          <RouteLine route={nomination.route} due={nomination.openStep?.due ?? null} />
        </Paper>
      )}
      <div className={styles['columns']}>
        <Stack gap="md" className={styles['main'] ?? ''}>
          <DossierContent nomination={nomination} />
          <Papers nominationId={nomination.id} />
          <Eligibility nominationId={nomination.id} acts={nomination.acts} />
          <Comments nominationId={nomination.id} acts={nomination.acts} />
          <Paper className="vd-surface" p="md">
            <History href={`/api/v1/nominations/${encodeURIComponent(nomination.id)}/history`} id={nomination.id} />
          </Paper>
        </Stack>
        <Stack gap="md" className={styles['side'] ?? ''}>
          <PresentStep nomination={nomination} />
          <DossierActs nomination={nomination} />
          <Parts nomination={nomination} />
        </Stack>
      </div>
    </>
  );
}

function Heading({ nomination }: { readonly nomination: NominationShown }) {
  const t = useWords(nominationWords);
  const say = useSay();
  const { language } = useLanguage();
  const { id, subject, status, campaign, unit, awardName } = nomination;
  const exportBundle = (): void =>
    void download(`/api/v1/nominations/${encodeURIComponent(id)}/bundle`, `${id}.vinhdanh.json`).catch(
      (error: unknown) => sayProblem(error, language),
    );
  return (
    <Group justify="space-between" align="flex-start">
      <Stack gap={4} flex="1 1 20rem">
        <Text size="sm" c="dimmed">
          {say(campaign.name)}
        </Text>
        <PageTitle text={subject.name ?? t.erased} />
        <Text>
          {say(SUBJECT_NAMES[subject.kind])} · {t.nominatedBy(say(unit.name))} · {t.award(say(awardName))}
        </Text>
        <Badge variant="default" size="lg" tt="none">
          {capital(say(STATUS_NAMES[status] ?? { vi: '', en: '' }))}
        </Badge>
      </Stack>
      <Group gap="xs" className="vd-no-print">
        <LinkButton
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} aria-hidden />}
          to="/print/nominations/$nominationId"
          params={{ nominationId: id }}
        >
          {t.print}
        </LinkButton>
        <LinkButton
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} aria-hidden />}
          to="/print/nominations/$nominationId/history"
          params={{ nominationId: id }}
        >
          {t.printHistory}
        </LinkButton>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPackageExport size={16} aria-hidden />}
          onClick={exportBundle}
        >
          {t.bundle}
        </Button>
        {subject.name !== null && <EraseButton subject={`subject/${subject.id}`} />}
      </Group>
    </Group>
  );
}
