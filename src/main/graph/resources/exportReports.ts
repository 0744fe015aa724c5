import { z } from 'zod';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { versions } from '../versions.ts';
import { optionalText } from './wire.ts';

const BASE = '/deviceManagement/reports/exportJobs';
/** Ordering a report takes a permission to write, though nothing is changed. */
const call = {
  version: versions.reports,
  scope: 'DeviceManagementManagedDevices.ReadWrite.All',
} as const satisfies Partial<GraphCall>;
const LOOK_EVERY_MS = 3_000;

const exportJob = z.object({ id: z.string().min(1), status: optionalText, url: optionalText });

/**
 * Orders a report of Intune’s as JSON, waits until it is ready, and fetches it: a ZIP archive. It gives up when the signal does.
 * @throws GraphError where Intune cannot make it
 */
export async function exportReport(client: GraphClient, reportName: string, signal: AbortSignal): Promise<Uint8Array> {
  const body = { reportName, format: 'json' };
  // It changes nothing, and a second order costs nothing.
  let job = parseAnswer(
    exportJob,
    await client.send({ ...call, method: 'POST', isRead: true, path: BASE, body }, signal),
  );
  const path = `${BASE}('${encodeURIComponent(job.id.replaceAll("'", "''"))}')`;
  while (job.status !== 'completed') {
    if (job.status === 'failed') {
      throw new GraphError('Intune could not make the report; try again in a few minutes.', { kind: 'server' });
    }
    await client.clock.wait(client.pace(LOOK_EVERY_MS), signal);
    signal.throwIfAborted();
    job = parseAnswer(exportJob, await client.send({ ...call, method: 'GET', path }, signal));
  }
  if (job.url === null) {
    throw new GraphError('Intune made the report and did not say where it is; look for an update.', {
      kind: 'protocol',
    });
  }
  return client.download(job.url, signal);
}
