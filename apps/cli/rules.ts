import type { Command } from 'commander';
import type { CommandOutput } from '../../libs/reference/campaign-commands.js';
import {
  checkEligibility,
  diffRules,
  listRules,
  type CheckOptions,
  type ListOptions,
} from '../../libs/rules/rule-commands.js';

/** `vinhdanh rules …` and `vinhdanh eligibility …`: the law as dated data, without a server. Gives `rules` for more. */
export function addRuleCommands(program: Command, print: (output: CommandOutput) => void): Command {
  const rules = program.command('rules').description('dated rules of the law');
  rules
    .command('list')
    .description('every row that applies on a day, with article and confidence')
    .requiredOption('--on <date>', 'YYYY-MM-DD')
    .option('--table <name>', 'one table: awards, criteria, authority, timeLimits …')
    .option('--award <code>', 'rows about one award')
    .option('--locality <id>', 'with the rules of a place')
    .option('--json', 'as JSON')
    .action((options: ListOptions) => print(listRules(options)));
  rules
    .command('diff <from> <to>')
    .description('what one pack says otherwise than another')
    .option('--json', 'as JSON')
    .action((from: string, to: string, { json }: { json?: boolean }) => print(diffRules(from, to, json)));
  program
    .command('eligibility')
    .description('who meets the conditions of an award')
    .command('check <facts>')
    .description('judge a file of facts (docs/eligibility-facts.md): 0 eligible, 3 not eligible, 4 not determined')
    .requiredOption('--award <code>', 'award, for example CSTDCS')
    .requiredOption('--on <date>', 'day the deciding level receives the dossier, YYYY-MM-DD')
    .option('--pack <id>', 'what if another pack applied')
    .option('--locality <id>', 'with the rules of a place')
    .option('--json', 'as JSON')
    .action((facts: string, options: CheckOptions) => print(checkEligibility(facts, options)));
  return rules;
}
