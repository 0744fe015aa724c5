import { Argument, InvalidArgumentError, type Command } from 'commander';
import type { ListedPage, ReadPages } from '../../../../shared/api/contract/esp.ts';
import { espFindingWords, isNote } from '../../../../shared/esp/espFinding.ts';
import {
  blockingWords,
  pageFacts,
  priorityWords,
  progressWords,
  timeoutWords,
} from '../../../../shared/esp/espWords.ts';
import { wholeNumber } from '../input/numberOption.ts';
import { asOf } from '../output/asOf.ts';
import { readOrKept } from '../output/readOrKept.ts';
import { factList, table } from '../output/table.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

const LONGEST_MINUTES = 24 * 60;
/** The word for having no time of one’s own. */
const NONE = 'none';

/** `esp`: the status pages of the tenant; with `time`, how long its technician flows may take. */
export function addEspCommand(program: Command, run: RunCommand): void {
  const esp = program
    .command('esp')
    .description('read the Enrollment Status Pages of the tenant: settings, who wins, what to look at; changes nothing')
    .argument('[name]', 'one page with all its settings')
    .option('--kept', 'show what was read last, and ask nobody')
    .action((name: string | undefined, { kept = false }: { readonly kept?: boolean }, command: Command) =>
      run(command, (session) => showPages(session, name ?? null, kept)),
    );
  esp
    .command('time')
    .description('say after how many minutes a technician flow is overdue where no status page tells it')
    .addArgument(
      new Argument(
        '[minutes]',
        `minutes, or “${NONE}” for what is usual; without it, the present time is told`,
      ).argParser(minutesOrNone),
    )
    .action((minutes: number | null | undefined, _options: unknown, command: Command) =>
      run(command, (session) => setTime(session, minutes)),
    );
}

function minutesOrNone(text: string): number | null {
  if (text === NONE) return null;
  try {
    return wholeNumber(1, LONGEST_MINUTES)(text);
  } catch {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${LONGEST_MINUTES}, or “${NONE}”.`);
  }
}

async function setTime(run: Run, minutes: number | null | undefined): Promise<ExitStatus> {
  const { id: tenantId, name } = await tenantOf(run);
  const { flowMinutes } =
    minutes === undefined
      ? await run.call('esp.list', { tenantId })
      : await run.call('esp.setFlowMinutes', { tenantId, flowMinutes: minutes });
  await run.print({ flowMinutes }, () => timeSentence(name, flowMinutes, run));
  return exitStatus.done;
}

const timeSentence = (tenant: string, minutes: number | null, { formatter }: Run): string =>
  minutes === null
    ? `${tenant}: as is usual, where no status page tells it.`
    : `${tenant}: ${formatter.minutes(minutes * 60_000)}, where no status page tells it.`;

async function showPages(run: Run, name: string | null, wantsKept: boolean): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const kept = () => run.call('esp.list', { tenantId });
  const { found, isFresh } = wantsKept
    ? { found: await kept(), isFresh: true }
    : await readOrKept(run, () => run.call('esp.read', { tenantId }), kept);
  const shown = name === null ? found.pages : found.pages.filter(({ page }) => page.name === name);
  if (name !== null && shown.length === 0) throw usageError(noSuchPage(name, found));
  const { readAt, isWhole, flowMinutes } = found;
  await run.print({ readAt, isWhole, flowMinutes, pages: shown.map(pageDocument) }, () =>
    [
      asOf(found, 'status pages', run.formatter),
      ...(name === null ? overview(shown, run) : shown.map((one) => details(one, run))),
    ].join('\n\n'),
  );
  const isClear = shown.every(({ findings }) => findings.every(isNote));
  return isFresh && isWhole && isClear ? exitStatus.done : exitStatus.attention;
}

/** A page as `--json` prints it: the words of its findings beside their facts. */
const pageDocument = ({ page, findings, ...counts }: ListedPage) => ({
  ...page,
  ...counts,
  findings: findings.map((finding) => ({ ...finding, isNote: isNote(finding), sentence: espFindingWords(finding) })),
});

function overview(pages: readonly ListedPage[], { formatter: { minutes, number } }: Run): readonly string[] {
  if (pages.length === 0) return [];
  const rows = pages.map(({ page, get, mayGet }) => [
    priorityWords(page, number),
    page.name,
    progressWords(page),
    timeoutWords(page, minutes),
    blockingWords(page),
    number(get),
    number(mayGet),
  ]);
  const lines = pages.flatMap(({ page, findings }) =>
    findings.map((finding) => `${page.name}: ${espFindingWords(finding)}`),
  );
  return [
    table(['priority', 'page', 'progress', 'time-out', 'blocks', 'get it', 'may get it'], rows),
    'The lowest number wins; the default page counts where no other does. Which page a device gets is known once its groups are read: reseal groups of SERIAL.',
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
}

function details({ page, get, mayGet, findings }: ListedPage, { formatter }: Run): string {
  const writing = { instant: formatter.longInstant, number: formatter.number, minutes: formatter.minutes };
  const facts = pageFacts(page, writing).map(({ label, value }) => [label, value] as const);
  return [
    page.name,
    factList([
      ...facts,
      ['Devices that get it', formatter.number(get)],
      ['Devices that may get it', formatter.number(mayGet)],
    ]),
    ...findings.map(espFindingWords),
  ].join('\n');
}

function noSuchPage(name: string, { pages }: ReadPages): string {
  const known = pages.map(({ page }) => `“${page.name}”`).join(', ');
  return `There is no status page “${name}”. ${known === '' ? 'None is known.' : `Choose one of ${known}.`}`;
}
