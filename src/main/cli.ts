#!/usr/bin/env node
import { runCli } from './hosts/cli/program/runCli.ts';
import { createTerminal } from './hosts/cli/output/terminal.ts';
import { makeFilesPrivate } from './hosts/ownUmask.ts';
import { systemClock } from './systemClock.ts';

makeFilesPrivate();

process.exitCode = await runCli(process.argv.slice(2), {
  // What only some commands need is loaded by them.
  createBackend: async (ports) => (await import('./backend.ts')).createBackend(ports),
  startPracticeTenant: async (options) =>
    (await import('./practice-tenant/startPracticeTenant.ts')).startPracticeTenant(options),
  clock: systemClock,
  environment: process.env,
  terminal: createTerminal(),
});
