#!/usr/bin/env node
import { createBackend } from './backend.ts';
import { runCli } from './hosts/cli/program/runCli.ts';
import { createTerminal } from './hosts/cli/output/terminal.ts';
import { startPracticeTenant } from './practice-tenant/startPracticeTenant.ts';
import { systemClock } from './systemClock.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  createBackend,
  startPracticeTenant,
  clock: systemClock,
  environment: process.env,
  terminal: createTerminal(),
});
