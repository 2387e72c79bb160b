import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { readEnvironment, type Environment } from '../../libs/config/env.js';
import { dataFile, repositoryRoot } from '../../libs/config/paths.js';
import { refusalText } from '../../libs/contracts/refusal.contract.js';
import { eraseSubject } from '../../libs/ledger/erasure.js';
import { checkpointFolder } from '../../libs/ledger/log-settings.js';
import { rebuild } from '../../libs/ledger/rebuild.js';
import { OFFICIAL, Worlds, type World } from '../../libs/ledger/worlds.js';
import { main as verifyFile } from '../../verifier/node.mjs';
import {
  campaignPlan,
  campaignSchema,
  campaignValidate,
  type CommandOutput,
} from '../../libs/reference/campaign-commands.js';
import { campaignClone } from '../../libs/reference/campaign-clone.js';
import { calendarDue, type DueOptions } from './calendar.js';
import { doctor } from './doctor.js';
import { exportNomination, type ExportOptions } from './export.js';
import { logCheckpoint, logKeys, logRotate } from './log.js';
import { importAwards, type ImportOptions } from './import.js';
import { CliError, say, warn } from './output.js';
import { rehearseCommand, type RehearseOptions } from './rehearse.js';
import { addRuleCommands } from './rules.js';
import { whatIfCommand, type WhatIfOptions } from './what-if.js';
import { loadRulesInto, readOrganisation, seedAccounts, seedOrganisation } from './seed.js';
import { witnessCommand, type WitnessOptions } from './witness.js';

const program = new Command('vinhdanh')
  .description('Thi đua, khen thưởng: command line of Vinh Danh')
  .showHelpAfterError();

async function withWorlds(act: (worlds: Worlds, environment: Environment) => Promise<void>): Promise<void> {
  const environment = readEnvironment();
  const worlds = new Worlds({ ownerUrl: environment.DATABASE_URL, appUrl: environment.DATABASE_APP_URL, poolSize: 4 });
  try {
    await act(worlds, environment);
  } finally {
    await worlds.close();
  }
}

async function worldOf(worlds: Worlds, name: string): Promise<World> {
  const world = await worlds.open(name);
  if (world === undefined) throw new CliError(`--world ${name}: không có / there is no such world`);
  return world;
}

program
  .command('migrate')
  .description('make or update the tables of every world')
  .action(() =>
    withWorlds(async (worlds) => {
      await worlds.migrate();
      say('tables are up to date');
    }),
  );

program
  .command('seed')
  .description('load the calendar, an organisation and accounts for its invented persons')
  .option('--organisation <file>', 'organisation file', dataFile('organisations', 'hoa-binh.yaml'))
  .action(({ organisation }: { organisation: string }) =>
    withWorlds(async (worlds, environment) => {
      const file = readOrganisation(organisation);
      const world = await worlds.official();
      const changes = await seedOrganisation(world, file);
      const accounts = await seedAccounts(world, file, resolve(repositoryRoot(), environment.VINHDANH_DATA));
      say(
        `${file.units.length} units, ${file.people.length} persons, ${changes} changes; ${accounts.length} positions with an account`,
      );
    }),
  );

const campaign = program.command('campaign').description('campaign files');
const print = ({ text, exitCode }: CommandOutput): void => {
  say(text);
  process.exitCode = exitCode;
};
campaign
  .command('schema')
  .description('JSON Schema of a campaign file')
  .action(() => print(campaignSchema()));
campaign
  .command('validate <file>')
  .description('check a campaign file: line, field, reason and way out')
  .action((file: string) => print(campaignValidate(file)));
campaign
  .command('plan <file>')
  .description('every date a campaign file leads to')
  .option('--json', 'as JSON')
  .option('--en', 'in English')
  .option('--answer <question=choice...>', 'as if these questions were answered so; `recommended` answers all')
  .action((file: string, options: { json?: boolean; en?: boolean; answer?: string[] }) =>
    print(
      campaignPlan(file, {
        json: options.json === true,
        language: options.en === true ? 'en' : 'vi',
        answers: options.answer ?? [],
      }),
    ),
  );
campaign
  .command('clone <file>')
  .description('the campaign of a later year as a draft; documents and figures are asked again')
  .requiredOption('--year <year>', 'first year of the new campaign')
  .action((file: string, options: { year: string }) => print(campaignClone(file, Number(options.year))));

const rules = addRuleCommands(program, print);
rules
  .command('load')
  .description('bring the rule data of this installation into force in a world; what people have verified is kept')
  .option('--world <name>', 'world', OFFICIAL)
  .action(({ world }: { world: string }) =>
    withWorlds(async (worlds) => {
      const changed = await loadRulesInto(await worldOf(worlds, world));
      say(changed ? 'loaded' : 'already in force');
    }),
  );
rules
  .command('what-if')
  .description('who gains and who loses under another pack or date, by which rule; nothing is recorded')
  .option('--campaign <id>', 'all nominations of a campaign')
  .option('--year <yyyy>', 'all nominations of a year')
  .option('--pack <id>', 'another pack, a draft included')
  .option('--on <date>', 'the rules of another day, YYYY-MM-DD')
  .option('--most <n>', 'how many changes to list one by one', '200')
  .option('--json', 'as JSON')
  .option('--world <name>', 'world', OFFICIAL)
  .action((options: WhatIfOptions) =>
    withWorlds(async (worlds) => whatIfCommand(await worldOf(worlds, options.world), options)),
  );

program
  .command('calendar')
  .description('working days')
  .command('due')
  .description('the last day of a time limit; the day of the start does not count')
  .requiredOption('--from <date>', 'YYYY-MM-DD')
  .requiredOption('--days <n>', 'number of days')
  .option('--unit <unit>', 'working | calendar', 'working')
  .option('--explain', 'day by day')
  .action((options: DueOptions) => calendarDue(options));

program
  .command('import')
  .description('past decisions from files')
  .command('awards <file>')
  .description('enter a spreadsheet (xlsx, csv) of past award decisions into the register; safe to run again')
  .option('--dry-run', 'only say what would be entered')
  .option('--json', 'as JSON')
  .option('--world <name>', 'world', OFFICIAL)
  .action((file: string, { world, ...options }: ImportOptions & { world: string }) =>
    withWorlds(async (worlds) => importAwards(await worldOf(worlds, world), file, options)),
  );

program
  .command('rebuild')
  .description('fold every derived row again from the facts and say which tables differed')
  .option('--world <name>', 'world', OFFICIAL)
  .action(({ world }: { world: string }) =>
    withWorlds(async (worlds) => {
      const differed = await rebuild(await worldOf(worlds, world), (folded) => warn(`${folded} facts folded`));
      say(
        differed.length === 0
          ? 'identical: every derived row follows from the facts'
          : `differed and mended: ${differed.join(', ')}`,
      );
      process.exitCode = differed.length === 0 ? 0 : 2;
    }),
  );

program
  .command('doctor')
  .description('check facts, order, derived rows and what the engine waits for')
  .option('--world <name>', 'world', OFFICIAL)
  .action(({ world }: { world: string }) =>
    withWorlds(async (worlds, environment) => {
      const findings = await doctor(await worldOf(worlds, world), checkpointFolder(environment));
      for (const { name, holds, detail } of findings) say(`${holds ? 'ok  ' : 'BAD '} ${name}: ${detail}`);
      process.exitCode = findings.every((f) => f.holds) ? 0 : 2;
    }),
  );

program
  .command('erase <subject>')
  .description('destroy the key of what was sealed about a person (person/<id>, subject/<id>); facts and proofs stay')
  .requiredOption('--reason <text>', 'why; kept, and must not repeat what is erased')
  .option('--world <name>', 'world', OFFICIAL)
  .action((subject: string, { reason, world }: { reason: string; world: string }) =>
    withWorlds(async (worlds, environment) => {
      const erasure = { actor: { kind: 'operator' }, subject, reason } as const;
      const data = resolve(repositoryRoot(), environment.VINHDANH_DATA);
      const outcome = await eraseSubject(worlds, await worldOf(worlds, world), erasure, data);
      if (!outcome.ok) throw new CliError(refusalText(outcome.refusal, 'vi').message);
      say(`${subject}: đã xóa / erased`);
    }),
  );

const log = program.command('log').description('the Merkle log over all facts of a world');
log
  .command('checkpoint')
  .description('the newest signed state of the log; keep it where its administrators cannot reach it')
  .option('--world <name>', 'world', OFFICIAL)
  .option('--sign', 'sign what is in the log now')
  .action(({ world, sign }: { world: string; sign?: boolean }) =>
    withWorlds(async (worlds, environment) => logCheckpoint(await worldOf(worlds, world), environment, sign === true)),
  );
log
  .command('keys')
  .description('what the log has been signed with, oldest first')
  .option('--world <name>', 'world', OFFICIAL)
  .action(({ world }: { world: string }) => withWorlds(async (worlds) => logKeys(await worldOf(worlds, world))));
log
  .command('rotate')
  .description('another key from now on: the old one signs a last time and names its successor')
  .option('--lost', 'the old key is gone')
  .action(({ lost }: { lost?: boolean }) =>
    withWorlds((worlds, environment) => logRotate(worlds, environment, lost === true)),
  );

const each = (value: string, before: readonly string[]): readonly string[] => [...before, value];
program
  .command('export')
  .description('files that prove themselves without this system')
  .command('nomination <id>')
  .description('the history of a nomination, with its proofs')
  .requiredOption('-o, --output <file>', 'where to write it')
  .option('--world <name>', 'world', OFFICIAL)
  .option('--since <size>', 'facts in a signed state of the log that the reader holds; may be given again', each, [])
  .option('--en', 'its report in English')
  .action((id: string, options: ExportOptions) =>
    withWorlds(async (worlds, environment) =>
      exportNomination(await worldOf(worlds, options.world), environment, id, options),
    ),
  );

program
  .command('verify')
  .description('check a file that was exported; needs nothing but the file')
  .helpOption(false)
  .allowUnknownOption()
  .argument('[arguments...]', 'verify without arguments tells which')
  .action(async (args: readonly string[]) => {
    process.exitCode = await verifyFile(args, say);
  });

program
  .command('witness')
  .description('cosign the states of logs, each only if it continues the one before')
  .requiredOption('--log <key>', 'verifier key of a log; may be given again', each, [])
  .option('--state <dir>', 'where its key and what it has seen are kept', 'witness')
  .option('--host <host>', 'address', '127.0.0.1')
  .option('--port <n>', 'port', '0')
  .action((options: WitnessOptions) => witnessCommand(options));

program
  .command('rehearse <file>')
  .description('diễn tập / rehearse a campaign with simulated people, apart from official work')
  .option('--units <n>', 'how many units take part', '30')
  .option('--seed <n>', 'số tình huống / scenario number: the same number tells the same story', '1')
  .option('--until <date>', 'stop on this business day')
  .option('--json <file>', 'write the story as JSON')
  .option('--url <url>', 'address of the running system')
  .option('--running', 'on the running system; otherwise one is started for it when none runs')
  .action((file: string, options: RehearseOptions) => rehearseCommand(file, options));

program.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    warn(
      error instanceof CliError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error),
    );
    process.exitCode = 1;
  }
}
