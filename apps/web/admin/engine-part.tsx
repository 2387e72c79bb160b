import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { settleAlarm } from '../../../libs/contracts/commands/organisation.contract.js';
import { request } from '../shared/api/client.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { Figure } from '../shared/ui/figure.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import type { Words } from '../shared/words/catalogue.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { AlarmFindings } from './alarm-findings.js';
import { engineWords } from './engine.words.js';
import { LivesPanel } from './lives-panel.js';

const REFRESH_MS = 15_000;

interface SystemShown {
  readonly engine: 'up' | 'joining' | 'down';
  readonly outbox: { readonly waiting: number; readonly oldestSeconds: number; readonly failing: number };
  readonly reminders: { readonly lagSeconds: number; readonly overdueTasks: number };
  readonly mail: { readonly waiting: number; readonly failing: number };
  readonly log: {
    readonly state: 'ok' | 'unsigned' | 'alarm';
    readonly lookedAt: string | null;
    readonly failed: readonly string[];
  };
  readonly alarm: { readonly visit: number; readonly findings: readonly string[] } | null;
}

/** How the machine is: whether it keeps up, what its watch has found, and what every open life waits for. */
export function EnginePart() {
  const query = useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => request<SystemShown>('/api/v1/system', { signal }),
    refetchInterval: REFRESH_MS,
    meta: { follows: { kinds: ['world'] } },
  });
  return (
    <>
      <QueryState query={query}>
        {(system) => (
          <>
            {system.alarm !== null && <AlarmPanel {...system.alarm} />}
            <Figures system={system} />
          </>
        )}
      </QueryState>
      <LivesPanel />
    </>
  );
}

type T = Words<(typeof engineWords)['vi']>;

const spanOf = (seconds: number, t: T, number: (value: number) => string): string =>
  seconds < 120
    ? t.seconds(number(seconds))
    : seconds < 7200
      ? t.minutes(number(Math.round(seconds / 60)))
      : t.hours(number(Math.round(seconds / 3600)));

function Figures({ system: { engine, outbox, reminders, mail, log } }: { readonly system: SystemShown }) {
  const t = useWords(engineWords);
  const { number, moment } = useFormats();
  const span = (seconds: number): string => spanOf(seconds, t, number);
  const told = [
    ...(outbox.waiting === 0 ? [t.none] : [t.oldest(span(outbox.oldestSeconds))]),
    ...(outbox.failing === 0 ? [] : [t.failing(number(outbox.failing))]),
  ];
  return (
    <Group component="section" aria-label={t.figures} gap="sm" align="stretch">
      <Figure label={t.engine} value={t[engine]} hint={t.engineHint} isLate={engine === 'down'} />
      <Figure label={t.outbox} value={number(outbox.waiting)} hint={told.join(' · ')} isLate={outbox.failing > 0} />
      <Figure
        label={t.reminders}
        value={reminders.lagSeconds < 60 ? t.onTime : span(reminders.lagSeconds)}
        hint={t.overdue(number(reminders.overdueTasks))}
        isLate={reminders.lagSeconds > 300}
      />
      <Figure
        label={t.mail}
        value={number(mail.waiting)}
        {...(mail.failing === 0 ? {} : { hint: t.mailFailing(number(mail.failing)) })}
        isLate={mail.failing > 0}
      />
      <Figure
        label={t.log}
        value={log.lookedAt === null && log.state === 'ok' ? '–' : t[log.state]}
        hint={log.lookedAt === null ? t.notLooked : t.looked(moment(log.lookedAt))}
        isLate={log.state !== 'ok'}
      />
    </Group>
  );
}

function AlarmPanel({ visit, findings }: { readonly visit: number; readonly findings: readonly string[] }) {
  const t = useWords(engineWords);
  const may = useMay();
  const settle = (): void =>
    openCommandDialog(t.settle, {
      href: `/api/v1/log/alarms/${String(visit)}/settlement`,
      schema: settleAlarm,
      omit: ['visit'],
      fields: [{ name: 'conclusion', label: t.conclusion, hint: t.alarmHint, type: 'text', required: true }],
      label: t.settle,
      onDone: () => sayDone(t.settled),
    });
  return (
    <Alert color="red" variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t.alarmTitle}>
      <AlarmFindings findings={findings} />
      {may('alarm.settle') && (
        <Button size="compact-sm" variant="default" onClick={settle}>
          {t.settle}
        </Button>
      )}
    </Alert>
  );
}
