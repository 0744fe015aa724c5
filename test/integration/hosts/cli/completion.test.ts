import { execFileSync, spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { runInProcess } from '../../support/runInProcess.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

it.each(['pwsh', 'bash', 'zsh'])(
  'the script for %s knows the commands of all groups, and opens no queue',
  async (shell) => {
    const { status, stdout, stderr } = await runInProcess(['completion', shell, '--data-dir', folder.path]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const word of ['scenario rules|commands', 'labels|--format', 'bench|2', 'devicelink', 'completion|1']) {
      expect(stdout).toContain(word);
    }
    // Windows PowerShell 5.1 reads a file without a mark as the code page of the computer.
    expect(stdout).toMatch(/^[\n\x20-\x7e]*$/);
    expect(await readdir(folder.path)).toEqual([]);
  },
);

it('as one document with --json', async () => {
  const { stdout } = await runInProcess(['completion', 'bash', '--json']);
  const plain = await runInProcess(['completion', 'bash']);
  const { shell, script } = z.object({ shell: z.string(), script: z.string() }).parse(JSON.parse(stdout));
  expect([shell, `${script.trimEnd()}\n`]).toEqual(['bash', plain.stdout]);
});

const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;

it.skipIf(!hasBash)('bash completes the commands that there are (skipped where there is no bash)', async () => {
  const { stdout } = await runInProcess(['completion', 'bash']);
  const ask = 'COMP_WORDS=(reseal dev); COMP_CWORD=1; _reseal; echo "${COMPREPLY[@]}"';
  expect(execFileSync('bash', { input: `${stdout}${ask}\n`, encoding: 'utf8' })).toBe('devicelink\n');
});

it('a shell that it does not know is refused with those that it knows', async () => {
  const { status, stderr } = await runInProcess(['completion', 'fish']);
  expect(status).toBe(2);
  expect(stderr).toContain('pwsh, bash, zsh');
});
