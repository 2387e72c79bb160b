import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { readEnvironment, type Environment } from '../../libs/config/env.js';
import { dataFile, repositoryRoot } from '../../libs/config/paths.js';
import { rebuild } from '../../libs/ledger/rebuild.js';
import { OFFICIAL, Worlds, type World } from '../../libs/ledger/worlds.js';
import {
  campaignPlan,
  campaignSchema,
  campaignValidate,
  type CommandOutput,
} from '../../libs/reference/campaign-commands.js';
import { calendarDue, type DueOptions } from './calendar.js';
import { doctor } from './doctor.js';
import { CliError, say, warn } from './output.js';
import { rehearseCommand, type RehearseOptions } from './rehearse.js';
import { readOrganisation, seedAccounts, seedOrganisation } from './seed.js';

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
  .action((file: string, options: { json?: boolean; en?: boolean }) =>
    print(campaignPlan(file, { json: options.json === true, language: options.en === true ? 'en' : 'vi' })),
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
    withWorlds(async (worlds) => {
      const findings = await doctor(await worldOf(worlds, world));
      for (const { name, holds, detail } of findings) say(`${holds ? 'ok  ' : 'BAD '} ${name}: ${detail}`);
      process.exitCode = findings.every((f) => f.holds) ? 0 : 2;
    }),
  );

program
  .command('rehearse <file>')
  .description('play a campaign through in a world of its own, with simulated people')
  .option('--units <n>', 'how many units take part', '30')
  .option('--seed <s>', 'same seed, same story', '1')
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
