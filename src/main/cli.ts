#!/usr/bin/env node
import { createBackend } from './backend.ts';
import { runCli } from './hosts/cli/program/runCli.ts';
import { createTerminal } from './hosts/cli/output/terminal.ts';
import { makeFilesPrivate } from './hosts/ownUmask.ts';
import { systemClock } from './systemClock.ts';

makeFilesPrivate();

process.exitCode = await runCli(process.argv.slice(2), {
  createBackend,
  // A server is loaded by the command that needs one: Node’s own brings a web client with it.
  startPracticeTenant: async (options) =>
    (await import('./practice-tenant/startPracticeTenant.ts')).startPracticeTenant(options),
  clock: systemClock,
  environment: process.env,
  terminal: createTerminal(),
});
