import type { CampaignFile } from '../campaign-plan/campaign.js';
import { CAMPAIGN_FACTS } from '../campaign/campaign.stream.js';
import type { Ask, CommandSpec, Context, Decision, Have, NewNotice } from '../core/decision.js';
import type { DocumentNumber } from '../core/document-date.js';
import { tell } from '../core/notices.js';
import { ref, type NewEvent } from '../core/stream.js';
import { DECISION_FACTS } from '../decision/decision.stream.js';
import { askHolders, everyoneAt } from '../obligation/owed.js';
import { addresseesOf, askAddressees, type Addressee } from '../report/addressees.js';
import { planTask } from '../task/plan-task.js';
import { DISPATCH_FACTS } from './dispatch.stream.js';
import { askLeaders, linesOf, needsAbove, queueAt, unitsNamed, type Line, type Occasion } from './lines.js';

/** Those named outright are asked for by their queues; those of a type or group come with their officers and heads. */
function asksFor(have: Have, file: CampaignFile, occasion: Occasion, now: number): readonly Ask[] {
  const lines = linesOf(file, occasion);
  const named = lines.flatMap((line) => unitsNamed(have, file, line).map((unit) => queueAt(file, line, unit)));
  return [
    ...askHolders([...new Set(named)]),
    ...askLeaders(lines, now),
    ...askAddressees(
      lines.map(({ to }) => to),
      now,
    ),
  ];
}

/** Everybody a line reaches among the units, each once, with the people found there. */
function reached(have: Have, file: CampaignFile, line: Line, now: number): readonly Addressee[] {
  const { roles: _roles, unitIds: _ids, ...wide } = line.to;
  const led = askLeaders([line], now)
    .flatMap((ask) => have.answer(ask))
    .map((row): Addressee => ({
      unit: String(row['leader']),
      officers: personsIn(row['officers']),
      heads: personsIn(row['heads']),
    }));
  const all: readonly Addressee[] = [
    ...unitsNamed(have, file, line).map((unit) => ({ unit })),
    ...addresseesOf(have, file, [wide], { unitId: '', parent: undefined, now }),
    ...led,
  ];
  return all.filter(({ unit }, i) => all.findIndex((one) => one.unit === unit) === i);
}

const personsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

interface Sending {
  readonly events: readonly NewEvent[];
  readonly notices: readonly NewNotice[];
}

/** One stream for each line that reaches somebody among the units. */
function sendAll(
  file: CampaignFile,
  source: { readonly kind: 'campaign' | 'decision'; readonly id: string },
  document: DocumentNumber,
  have: Have,
  { now, calendar }: Context,
): Sending {
  const occasion = source.kind === 'campaign' ? 'launch' : 'decision';
  const events: NewEvent[] = [];
  const notices: NewNotice[] = [];
  for (const line of linesOf(file, occasion)) {
    const found = reached(have, file, line, now);
    if (found.length === 0) continue;
    const stream = ref('dispatch', `${source.id}.${occasion}.${line.key}`);
    const tasks = found.map(({ unit }, i) =>
      planTask({
        visit: i + 1,
        step: 'document-received',
        kind: 'acknowledge-document',
        queue: queueAt(file, line, unit),
        unitId: unit,
        now,
        calendar,
      }),
    );
    const payload = {
      campaignId: file.id,
      source,
      entry: line.key,
      line: line.text,
      document: { number: document.number, date: document.date },
      enclosed: line.documents,
      ...(line.purpose === undefined ? {} : { purpose: line.purpose }),
      recipients: found.map(({ unit }) => unit),
      acknowledge: line.acknowledge,
      tasks: line.acknowledge ? tasks : [],
    };
    events.push({ stream, type: DISPATCH_FACTS.sent, payload, begins: true });
    const people = found.flatMap((one) =>
      line.toHeads
        ? (one.heads ?? everyoneAt(have, [queueAt(file, line, one.unit)]))
        : (one.officers ?? everyoneAt(have, [queueAt(file, line, one.unit)])),
    );
    notices.push(
      ...tell(people, {
        subject: stream,
        step: 'sent',
        template: line.template,
        params: { campaignId: file.id, dispatchId: stream.id, number: document.number },
      }),
    );
  }
  return { events, notices };
}

/** What a decision to launch, or to award, is to be sent as. */
function sourceIn(
  events: readonly NewEvent[],
): { kind: 'campaign' | 'decision'; id: string; document: DocumentNumber } | undefined {
  for (const { stream, type, payload } of events) {
    if (stream.kind === 'campaign' && type === CAMPAIGN_FACTS.launched)
      return { kind: 'campaign', id: stream.id, document: payload['document'] as DocumentNumber };
    if (stream.kind === 'decision' && type === DECISION_FACTS.issued)
      return {
        kind: 'decision',
        id: stream.id,
        document: { number: String(payload['number']), date: String(payload['date']) },
      };
  }
  return undefined;
}

/**
 * The command, with its document sent in the same decision to whom the campaign's "Nơi nhận" names: a task where they
 * are to acknowledge it, a notice where not. `campaignOf` says which campaign the command is about, as far as is loaded.
 */
export function distributing<C>(
  spec: CommandSpec<C>,
  occasion: Occasion,
  campaignOf: (command: C, have: Have) => string | undefined,
): CommandSpec<C> {
  const fileOf = (command: C, have: Have): CampaignFile | undefined => {
    const id = campaignOf(command, have);
    return id === undefined ? undefined : have.state('campaign', id)?.file;
  };
  return {
    ...spec,
    needs(command, have) {
      const id = campaignOf(command, have);
      const file = fileOf(command, have);
      return [
        ...spec.needs(command, have),
        ...(id === undefined ? [] : [ref('campaign', id)]),
        ...(file === undefined ? [] : needsAbove(file)),
      ];
    },
    asks(command, have, context) {
      const file = fileOf(command, have);
      const own = spec.asks?.(command, have, context) ?? [];
      return file === undefined ? own : [...own, ...asksFor(have, file, occasion, context.now)];
    },
    decide(command, have, context): Decision {
      const decision = spec.decide(command, have, context);
      const file = fileOf(command, have);
      if (!decision.ok || file === undefined) return decision;
      const source = sourceIn(decision.events);
      if (source === undefined) return decision;
      const { events, notices } = sendAll(file, { kind: source.kind, id: source.id }, source.document, have, context);
      return {
        ...decision,
        events: [...decision.events, ...events],
        notices: [...(decision.notices ?? []), ...notices],
      };
    },
  };
}
