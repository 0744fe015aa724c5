import type { PaperSize } from '../../../../shared/api/document.ts';
import { isPattern, type NetworkChoice, type NetworkHost } from '../../../../shared/preflight/networkHost.ts';
import type { JudgedFinding } from '../../../../shared/preflight/preflightFinding.ts';
import { levelWords, sayFound } from '../../../../shared/preflight/sayFinding.ts';
import { gradeWords, hostsSentence } from '../../../../shared/preflight/sayHost.ts';
import { writeTo } from '../output/writeDocument.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { findingDocument, findingText } from './findingText.ts';

export interface NetworkOptions {
  readonly scenario?: NetworkChoice['scenario'];
  readonly tpm?: NetworkChoice['tpm'];
  readonly dryRun?: boolean;
  readonly pdf?: string;
  readonly paper?: PaperSize;
  readonly withCodes: boolean;
}

/** `preflight network`: says what it contacts, contacts it, and tells what does not work. */
export async function checkNetwork(run: Run, options: NetworkOptions): Promise<ExitStatus> {
  const { scenario, tpm, dryRun = false } = options;
  const choice: NetworkChoice = { ...(scenario && { scenario }), ...(tpm && { tpm }) };
  const { hosts, isOwn } = await run.call('preflight.hosts', choice);
  if (dryRun) {
    const file = await writePaper(run, choice, options);
    await run.print({ hosts, isOwn, file }, () =>
      [hostsSentence(hosts, isOwn), hostTable(hosts), ...(file === null ? [] : [file])].join('\n\n'),
    );
    return exitStatus.done;
  }
  run.say(hostsSentence(hosts, isOwn));
  const { findings, ...report } = await run.call('preflight.checkNetwork', choice);
  const file = await writePaper(run, choice, options);
  await run.print({ ...report, findings: findings.map(findingDocument), file }, () =>
    [...findings.map(lineOf), ...(file === null ? [] : [file])].join('\n'),
  );
  const isClear = findings.every(({ level }) => level !== 'stops' && level !== 'look');
  return isClear ? exitStatus.done : exitStatus.attention;
}

/** What is in order, and what nobody can check, takes one line: there is nothing to mend. */
const lineOf = (judged: JudgedFinding): string =>
  judged.level === 'good' || judged.finding.code === 'network.pattern'
    ? `${levelWords[judged.level]}: ${sayFound(judged.finding)}`
    : findingText(judged);

/** The sheet where one was asked for; its path. */
async function writePaper(
  run: Run,
  choice: NetworkChoice,
  { pdf, paper, withCodes }: NetworkOptions,
): Promise<string | null> {
  if (pdf === undefined) return null;
  const document = await run.call('preflight.networkPaper', { ...choice, withCodes, ...(paper && { paper }) });
  return writeTo(pdf, document, 'shared');
}

const hostTable = (hosts: readonly NetworkHost[]): string =>
  table(
    ['host', 'checks', 'grade', 'purpose'],
    hosts.map((host) => [
      host.host,
      isPattern(host) ? 'cannot be checked' : host.checks.join(' '),
      gradeWords[host.grade],
      host.purpose,
    ]),
  );
