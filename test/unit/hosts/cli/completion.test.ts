import { execFileSync, spawnSync } from 'node:child_process';
import { Argument, Command, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { completionScript, shells } from '../../../../src/main/hosts/cli/completion/completionScript.ts';
import { completionTable } from '../../../../src/main/hosts/cli/completion/completionTable.ts';

/** A small program that has each kind of word once. */
function smallProgram(): Command {
  const program = new Command('reseal').helpCommand(false).option('--lane, --tenant <name>').option('--json');
  program.command('show').argument('<serial>');
  program.command('inspect').argument('<files...>');
  program
    .command('jobs')
    .option('--kept')
    .command('list')
    .alias('ls')
    .addOption(new Option('--state <states...>').choices(['done', 'failed', "it's odd"]))
    .addOption(new Option('--paper <size>').choices(['A4', 'Letter']))
    .addOption(new Option('--secret').hideHelp());
  program
    .command('bench')
    .argument('<serial>')
    .addArgument(new Argument('<step>').choices(['start', 'success']));
  program.command('hidden', { hidden: true });
  return program;
}

const table = completionTable(smallProgram());
const scripts = Object.fromEntries(shells.map((shell) => [shell, completionScript(shell, table)]));
const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe('the table', () => {
  test('has the commands of each place by all their names, and none that help hides', () => {
    expect(table.get('|commands')).toEqual(['show', 'inspect', 'jobs', 'bench']);
    expect(table.get('jobs|commands')).toEqual(['list', 'ls', 'help']);
    expect(table.get('show|commands')).toBeUndefined();
  });

  test('has the options of a command with those of the commands around it, and none that help hides', () => {
    expect(table.get('jobs list|options')).toEqual(['--state', '--paper', '-h', '--help', '--kept']);
    expect(table.get('jobs ls|options')).toEqual(table.get('jobs list|options'));
    expect(table.get('|options')).toEqual(['--lane', '--tenant', '--json', '-h', '--help']);
  });

  test('says how many values an option and an argument take, and which', () => {
    expect(table.get('|--lane')).toEqual(['one']);
    expect(table.get('|--json')).toEqual(['none']);
    expect(table.get('jobs list|--state')).toEqual(['many', 'done', 'failed', "it's odd"]);
    expect(table.get('bench|2')).toEqual(['one', 'start', 'success']);
    expect(table.get('inspect|1')).toEqual(['many']);
  });
});

/** What bash offers for the last of these words. */
function offeredByBash(...words: readonly string[]): readonly string[] {
  const ask =
    'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _reseal; for offer in "${COMPREPLY[@]}"; do echo "$offer"; done';
  const input = `${scripts['bash'] ?? ''}\n${ask}\n`;
  return linesOf(execFileSync('bash', ['-s', '--', 'reseal', ...words], { input, encoding: 'utf8' }));
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

describe.skipIf(!isThere('bash'))('bash offers (skipped where there is no bash)', () => {
  test.each([
    ['a command by its beginning', ['in'], ['inspect']],
    ['the commands of a command', ['jobs', ''], ['list', 'ls', 'help']],
    ['the choices of an argument', ['bench', 'A1', ''], ['start', 'success']],
    ['the choices of an option', ['jobs', 'list', '--paper', ''], ['A4', 'Letter']],
    ['them where bash has cut the word at =', ['jobs', 'list', '--paper', '=', 'L'], ['Letter']],
    ['and where nothing stands behind =', ['jobs', 'list', '--paper', '='], ['A4', 'Letter']],
    ['further choices of an option that takes many', ['jobs', 'ls', '--state', 'done', 'f'], ['failed']],
    ['a choice with an apostrophe and a space, written for bash', ['jobs', 'ls', '--state', 'i'], ["it\\'s\\ odd"]],
    [
      'options of the command and of all commands',
      ['jobs', 'list', '--'],
      ['--help', '--json', '--kept', '--lane', '--paper', '--state', '--tenant'],
    ],
    ['what follows when the value of an option is passed over', ['--lane', 'jobs', 'sh'], ['show']],
    ['options where no word is left to write', ['show', 'A1', '--j'], ['--json']],
    ['nothing where a file may be meant', ['inspect', ''], []],
    ['nothing behind --', ['inspect', '--', 'sh'], []],
    ['nothing that looks like code', ['$(echo show)', '`'], []],
  ])('%s', (_what, words, offers) => {
    expect(offeredByBash(...words)).toEqual(offers);
  });
});

test.skipIf(!isThere('zsh'))('zsh reads its script, and offers the same (skipped where there is no zsh)', () => {
  const ask = '_reseal_offers L jobs list --paper';
  const input = `compdef() { :; }\n${scripts['zsh'] ?? ''}\n${ask}\n`;
  expect(linesOf(execFileSync('zsh', ['-f', '-s'], { input, encoding: 'utf8' }))).toEqual(['Letter']);
});

test.skipIf(!isThere('pwsh'))('PowerShell offers the same (skipped where there is no PowerShell)', () => {
  const line = 'reseal jobs list --paper L';
  const ask = `(TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`;
  const command = `${scripts['pwsh'] ?? ''}\n${ask}`;
  expect(linesOf(execFileSync('pwsh', ['-NoProfile', '-Command', command], { encoding: 'utf8' }))).toEqual(['Letter']);
});

test('the script for PowerShell quotes as PowerShell does, and opens what it closes', () => {
  const script = scripts['pwsh'] ?? '';
  expect(script).toContain(`'jobs list|--state' = @('many', 'done', 'failed', 'it''s odd')`);
  const bare = script.replace(/'(?:[^']|'')*'|"[^"]*"|#.*/g, '');
  const countOf = (mark: string): number => bare.split(mark).length;
  expect([countOf('('), countOf('{'), countOf('[')]).toEqual([countOf(')'), countOf('}'), countOf(']')]);
});
