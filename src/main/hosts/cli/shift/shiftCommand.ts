import { InvalidArgumentError, type Command } from 'commander';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { causeWords } from '../../../../shared/shift/failureCauses.ts';
import type { ShiftSummary } from '../../../../shared/shift/shiftSummary.ts';
import type { ShiftTotals } from '../../../../shared/shift/shiftTotals.ts';
import { stockBandWords } from '../../../../shared/shift/stockWeeks.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import type { World } from '../program/world.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

interface ShiftOptions {
  readonly from?: Date;
  readonly to?: Date;
}

/** `shift`: what was done at the bench, why it failed, and what is left. */
export function addShiftCommand(program: Command, run: RunCommand, { clock }: Pick<World, 'clock'>): void {
  program
    .command('shift')
    .description('tell what was done at the bench today or in a span of time, by whom, and how things stand')
    .option('--from <time>', 'its beginning, such as 2026-11-17T06:00; without it, midnight today', moment)
    .option('--to <time>', 'its end; without it, now', moment)
    .action((options: ShiftOptions, command: Command) =>
      run(command, (session) => tellShift(session, options, clock.now())),
    );
}

/** A day alone is its midnight here, as a time without a zone is one of this computer. */
function moment(text: string): Date {
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('Write it as 2026-11-17T06:00, or a day alone.');
  return at;
}

async function tellShift(run: Run, { from, to }: ShiftOptions, now: Date): Promise<ExitStatus> {
  const tenant = await tenantIfAny(run);
  const summary = await run.call('shift.summary', {
    ...(tenant === null ? {} : { tenantId: tenant.id }),
    from: (from ?? midnightOf(now)).toISOString(),
    to: (to ?? now).toISOString(),
  });
  await run.print(summary, () => shiftText(summary, run.formatter));
  return exitStatus.done;
}

function midnightOf(now: Date): Date {
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  return midnight;
}

function shiftText(summary: ShiftSummary, formatter: Formatter): string {
  const { totals, parts, technicians, causes, now } = summary;
  const { number, instant, dayAndTime } = formatter;
  const head = ['started', 'green', 'failed', 'resealed', 'shipped'];
  const cells = (of: ShiftTotals) =>
    [of.started, of.succeeded, of.failed, of.resealed, of.shipped].map((count) => number(count));
  const done = parts.filter((part) => cells(part.totals).some((cell) => cell !== '0'));
  const stock = now.stock.filter(({ here, shipped }) => here + shipped > 0);
  return [
    `From ${instant(summary.from)} to ${instant(summary.to)}`,
    table(
      ['by whom', ...head],
      [...technicians.map(({ technician, totals: own }) => [technician, ...cells(own)]), ['all', ...cells(totals)]],
    ),
    ...(done.length === 0
      ? []
      : [
          table(
            ['from', ...head],
            done.map(({ at, totals: own }) => [dayAndTime(at), ...cells(own)]),
          ),
        ]),
    ...(causes.length === 0
      ? []
      : [
          table(
            ['why it failed', 'code', 'times'],
            causes.map((cause) => [causeWords(cause), cause.code ?? '', number(cause.failures)]),
          ),
        ]),
    `Now: ${number(now.running)} running, ${number(now.overdue)} of them overdue; ${number(now.failed)} failed; ` +
      `${number(now.toReseal)} to reseal; ${number(now.toShip)} to ship.`,
    `Changes for Microsoft: ${number(now.waitingJobs)} on the way, ${number(now.failedJobs)} failed.`,
    ...(stock.length === 0
      ? []
      : [
          table(
            ['left of six months', 'here', 'shipped'],
            stock.map((band) => [stockBandWords(band), number(band.here), number(band.shipped)]),
          ),
        ]),
  ].join('\n\n');
}
