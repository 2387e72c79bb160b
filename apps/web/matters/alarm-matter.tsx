import { Alert, Paper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { AlarmFindings } from '../admin/alarm-findings.js';
import { engineWords } from '../admin/engine.words.js';
import { request } from '../shared/api/client.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useWords } from '../shared/words/language.js';

interface LogShown {
  readonly alarm: { readonly visit: number; readonly findings: readonly string[] } | null;
}

/** What the watch over the log has found. */
export function AlarmMatter({ href }: { readonly href: string }) {
  const t = useWords(engineWords);
  const query = useQuery({
    queryKey: ['log'],
    queryFn: ({ signal }) => request<LogShown>(href, { signal }),
    meta: { follows: { kinds: ['world'] } },
  });
  return (
    <QueryState query={query}>
      {({ alarm }) =>
        alarm !== null && (
          <Paper className="vd-surface">
            <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t.alarmTitle}>
              <AlarmFindings findings={alarm.findings} />
            </Alert>
          </Paper>
        )
      }
    </QueryState>
  );
}
