import { isLocalDate } from '../../libs/domain/calendar/local-date.js';
import type { WhatIfReport } from '../../libs/domain/rules/what-if.js';
import { whatIf } from '../../libs/ledger/what-if.js';
import type { World } from '../../libs/ledger/worlds.js';
import { CliError, say } from './output.js';

export interface WhatIfOptions {
  readonly campaign?: string;
  readonly year?: string;
  readonly pack?: string;
  readonly on?: string;
  readonly most: string;
  readonly json?: boolean;
  readonly world: string;
}

/** `vinhdanh rules what-if`: who gains and who loses under another pack or date; nothing is recorded. */
export async function whatIfCommand(world: World, options: WhatIfOptions): Promise<void> {
  const { campaign, year, pack, on, json } = options;
  if ((campaign === undefined) === (year === undefined)) throw new CliError('--campaign <id> | --year <yyyy>');
  if ((pack === undefined) === (on === undefined)) throw new CliError('--pack <id> | --on <YYYY-MM-DD>');
  if (on !== undefined && !isLocalDate(on)) throw new CliError(`--on ${on}: YYYY-MM-DD`);
  const most = Number(options.most);
  if (!Number.isInteger(most) || most < 0 || most > 100_000) throw new CliError(`--most ${options.most}: 0 … 100000`);
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new CliError(`--year ${year}: YYYY`);
  const asked = { campaignId: campaign, year: year === undefined ? undefined : Number(year), pack, on, most };
  const report = await whatIf(world, asked);
  if (report === undefined)
    throw new CliError(
      `${pack ?? on ?? ''}: không có quy định này trong dữ liệu / there are no such rules in this world`,
    );
  say(json === true ? JSON.stringify(report, null, 2) : reportText(report));
}

const CHANGE = { gains: 'được / gains', loses: 'mất / loses' } as const;

function reportText({ total, gains, loses, same, unjudged, changes, byRule }: WhatIfReport): string {
  return [
    `${total} hồ sơ / dossiers: ${gains} ${CHANGE.gains}, ${loses} ${CHANGE.loses}, ${same} = , ${unjudged} ?`,
    ...byRule.map((rule) => `  ${rule.row} (${rule.article}): +${rule.gains} -${rule.loses}`),
    ...changes.map(
      ({ id, award, before, after, change, by }) =>
        `${id}  ${award}  ${before} → ${after}  ${CHANGE[change]}  ${by.map(({ row }) => row).join(', ')}`,
    ),
    ...(changes.length < gains + loses ? [`… ${gains + loses - changes.length}`] : []),
  ].join('\n');
}
