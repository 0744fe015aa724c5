import { existsSync } from 'node:fs';
import type { DeviceCheck } from '../../../../shared/api/contract/preflight.ts';
import { verdictWords } from '../../../../shared/preflight/sayFinding.ts';
import { scenarioTitles } from '../../../../shared/scenarios/scenarioWords.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import { readInput } from '../input/readInput.ts';
import { textOfBytes } from '../input/textOfBytes.ts';
import { factList } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { findingDocument, findingText } from './findingText.ts';

interface Checked {
  /** What was asked for, as it was typed. */
  readonly asked: string;
  readonly check: DeviceCheck;
}

/** `preflight device`: serial numbers of the queue, and files with a hash. */
export async function checkDevices(run: Run, asked: readonly string[]): Promise<ExitStatus> {
  const checked: Checked[] = [];
  for (const one of asked) checked.push({ asked: one, check: await checkOne(run, one) });
  await run.print({ devices: checked.map(documentOf) }, () => checked.map((one) => textOf(one, run)).join('\n\n'));
  const isClear = checked.every(({ check }) =>
    check.findings.every(({ level }) => level !== 'stops' && level !== 'look'),
  );
  return isClear ? exitStatus.done : exitStatus.attention;
}

async function checkOne(run: Run, asked: string): Promise<DeviceCheck> {
  if (asked === '-' || existsSync(asked)) {
    return await run.call('preflight.hash', { text: textOfBytes(await readInput(run, asked)) });
  }
  const { id } = await deviceOf(run, asked);
  const [check] = (await run.call('preflight.devices', { deviceIds: [id] })).devices;
  if (check === undefined) throw new Error('The device that was just found was not checked.');
  return check;
}

const documentOf = ({ asked, check: { findings, ...check } }: Checked) => ({
  asked,
  ...check,
  findings: findings.map(findingDocument),
});

function textOf({ asked, check }: Checked, { formatter }: Run): string {
  const { serialNumber, manufacturer, model, capturedAt, verdicts, findings } = check;
  const name = [serialNumber ?? asked, manufacturer, model].filter((part) => part !== null).join(', ');
  return [
    name,
    capturedAt === null ? 'By what is not known of it.' : `By the hash of ${formatter.longInstant(capturedAt)}.`,
    factList(verdicts.map(({ scenario, verdict }) => [scenarioTitles[scenario], verdictWords[verdict]])),
    ...findings.map(findingText),
  ].join('\n');
}
