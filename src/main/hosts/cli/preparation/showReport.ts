import type { PreparationReport } from '../../../../shared/api/contract/preparation.ts';
import { deploymentStatusWords, resultCodeWords } from '../../../../shared/preparation/preparedDevice.ts';
import { countSentence } from '../output/countSentence.ts';
import { readOrKept } from '../output/readOrKept.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

const ROWS_AT_ONCE = 1_000;

export interface ReportOptions {
  readonly search?: string;
  readonly status?: string;
  readonly kept?: boolean;
}

/** Shows Intune’s report of device preparation, read anew unless `--kept` is given. */
export async function showReport(
  run: Run,
  { search, status, kept: wantsKept = false }: ReportOptions,
): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const choice = {
    tenantId,
    ...(search === undefined ? {} : { search }),
    ...(status === undefined ? {} : { state: status }),
  };
  const kept = async (): Promise<PreparationReport> => {
    const first = await run.call('preparation.report', { ...choice, limit: ROWS_AT_ONCE });
    const devices = [...first.devices];
    while (devices.length < first.matching) {
      const offset = devices.length;
      const next = await run.call('preparation.report', { ...choice, offset, limit: ROWS_AT_ONCE });
      if (next.devices.length === 0) break;
      devices.push(...next.devices);
    }
    return { ...first, devices };
  };
  const { found, isFresh } = wantsKept
    ? { found: await kept(), isFresh: true }
    : await readOrKept(run, () => run.call('preparation.readReport', { tenantId }), kept);
  await run.print(found, () => reportText(run, found));
  return isFresh ? exitStatus.done : exitStatus.attention;
}

function reportText({ formatter }: Run, { readAt, devices, states }: PreparationReport): string {
  if (readAt === null) return 'The report of this tenant was never read.';
  const asOf = `As of ${formatter.longInstant(readAt)}.`;
  if (devices.length === 0) return `${asOf}\nThe report has no ${states.length === 0 ? '' : 'such '}device.`;
  const rows = devices.map((device) => [
    device.serialNumber,
    device.deviceName,
    device.enrolledAt && formatter.instant(device.enrolledAt),
    deploymentStatusWords(device.status),
    device.phase,
    resultCodeWords(device.resultCode) ?? '',
  ]);
  const counts = Object.fromEntries(states.map(({ state, count }) => [deploymentStatusWords(state), count]));
  return [
    asOf,
    table(['serial number', 'device name', 'enrolled', 'status', 'phase', 'result'], rows),
    `In all: ${countSentence(counts, formatter)}.`,
  ].join('\n\n');
}
