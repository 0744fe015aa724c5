import { isPattern, type NetworkChoice, type NetworkHost } from '../../../../shared/preflight/networkHost.ts';
import { gradeWords, hostsSentence } from '../../../../shared/preflight/sayHost.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { findingDocument, findingText } from './findingText.ts';

export interface NetworkOptions {
  readonly scenario?: NetworkChoice['scenario'];
  readonly tpm?: NetworkChoice['tpm'];
  readonly dryRun?: boolean;
}

/** `preflight network`: says what it contacts, contacts it, and tells what does not work. */
export async function checkNetwork(run: Run, { scenario, tpm, dryRun = false }: NetworkOptions): Promise<ExitStatus> {
  const choice: NetworkChoice = { ...(scenario && { scenario }), ...(tpm && { tpm }) };
  const { hosts, isOwn } = await run.call('preflight.hosts', choice);
  if (dryRun) {
    await run.print({ hosts, isOwn }, () => [hostsSentence(hosts, isOwn), hostTable(hosts)].join('\n\n'));
    return exitStatus.done;
  }
  run.say(hostsSentence(hosts, isOwn));
  const { findings, ...report } = await run.call('preflight.checkNetwork', choice);
  await run.print({ ...report, findings: findings.map(findingDocument) }, () => findings.map(findingText).join('\n'));
  const isClear = findings.every(({ level }) => level !== 'stops' && level !== 'look');
  return isClear ? exitStatus.done : exitStatus.attention;
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
