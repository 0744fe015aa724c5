import { InvalidArgumentError, Option, type Command } from 'commander';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { paperSize, type PaperSize } from '../../../../shared/api/document.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import { causeWords } from '../../../../shared/shift/failureCauses.ts';
import type { ShiftSummary } from '../../../../shared/shift/shiftSummary.ts';
import type { ShiftTotals } from '../../../../shared/shift/shiftTotals.ts';
import { stockBandWords } from '../../../../shared/shift/stockWeeks.ts';
import { table } from '../output/table.ts';
import { writeTo } from '../output/writeDocument.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import type { World } from '../program/world.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

interface ShiftOptions {
  readonly from?: Date;
  readonly to?: Date;
  readonly note?: string;
  readonly pdf?: string;
  readonly csv?: string;
  readonly paper?: PaperSize;
  readonly withCodes: boolean;
}

/** `shift`: what was done at the bench, why it failed, and what is left. */
export function addShiftCommand(program: Command, run: RunCommand, { clock }: Pick<World, 'clock'>): void {
  program
    .command('shift')
    .description('tell what was done at the bench today or in a span of time, by whom, and how things stand')
    .option('--from <time>', 'its beginning, such as 2026-11-17T06:00; without it, midnight today', moment)
    .option('--to <time>', 'its end; without it, now', moment)
    .option('--note <text>', 'leave a note to the next shift first')
    .option('--pdf <file>', 'write it as one page, with room for both leads to sign')
    .option('--csv <file>', 'write it as a table')
    .addOption(new Option('--paper <size>', 'without it, as set in Settings › Workplace').choices(paperSize.options))
    .option('--with-codes', 'print codes such as [U+1F600] for what no typeface has', false)
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

async function tellShift(run: Run, options: ShiftOptions, now: Date): Promise<ExitStatus> {
  const { from, note, to } = options;
  const tenant = await tenantIfAny(run);
  const noted = note === undefined ? null : await run.call('shift.addNote', { text: note });
  // A note that has just been written belongs to the shift that ends now.
  const end = noted === null ? now : new Date(Math.max(now.getTime(), Date.parse(noted.at) + 1));
  const asked = {
    ...(tenant === null ? {} : { tenantId: tenant.id }),
    from: (from ?? midnightOf(now)).toISOString(),
    to: (to ?? end).toISOString(),
  };
  const files = await writeShift(run, asked, options);
  if (files.length > 0) {
    await run.print({ files }, () => files.join('\n'));
    return exitStatus.done;
  }
  const summary = await run.call('shift.summary', asked);
  await run.print(summary, () => shiftText(summary, run.formatter));
  return exitStatus.done;
}

type Asked = Pick<InputOf<'shift.summary'>, 'tenantId' | 'from' | 'to'>;

async function writeShift(run: Run, asked: Asked, options: ShiftOptions): Promise<string[]> {
  const { csv, paper, pdf, withCodes } = options;
  const files: string[] = [];
  const wanted = [
    ...(pdf === undefined ? [] : [{ format: 'pdf' as const, out: pdf }]),
    ...(csv === undefined ? [] : [{ format: 'csv' as const, out: csv }]),
  ];
  for (const { format, out } of wanted) {
    const more = { format, withCodes, ...(paper === undefined ? {} : { paper }) };
    files.push(writeTo(out, await run.call('shift.document', { ...asked, ...more }), 'shared'));
  }
  return files;
}

function midnightOf(now: Date): Date {
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  return midnight;
}

function shiftText(summary: ShiftSummary, formatter: Formatter): string {
  const { totals, parts, technicians, causes, notes, now } = summary;
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
    ...(notes.length === 0
      ? []
      : [
          [
            'Notes to the next shift',
            ...notes.map(({ at, technician, text }) => `${dayAndTime(at)} ${technician}: ${text}`),
          ].join('\n'),
        ]),
  ].join('\n\n');
}
