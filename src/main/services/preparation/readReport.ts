import type { PreparedDevice } from '../../../shared/preparation/preparedDevice.ts';
import { readReportRows } from '../../../shared/preparation/readReportRows.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import { exportReport } from '../../graph/resources/exportReports.ts';
import { ArchiveError } from '../../archives/archive.ts';
import { readZip } from '../../archives/readZip.ts';

const REPORT = 'AutopilotV2DeploymentStatus';
/** Unpacked; a row has about 400 characters. */
const MOST_BYTES = 256 * 1024 * 1024;
const BYTE_ORDER_MARK = /^\uFEFF/;

/** Intune’s report of device preparation. @throws GraphError where it cannot be had or read */
export async function readReport(client: GraphClient, signal: AbortSignal): Promise<readonly PreparedDevice[]> {
  const archive = await exportReport(client, REPORT, signal);
  const rows = readReportRows(contentOf(Buffer.from(archive)));
  if (rows === null) throw unreadable();
  return rows;
}

/** The only file of the archive, as JSON. */
function contentOf(archive: Buffer): unknown {
  try {
    const { entries } = readZip(archive, { isWanted: (path) => /\.json$/i.test(path), mostBytes: MOST_BYTES });
    const text = entries[0]?.bytes.toString('utf8');
    if (text === undefined) throw unreadable();
    return JSON.parse(text.replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    // The reason may hold a part of the file, and that is full of names.
    if (error instanceof ArchiveError || error instanceof SyntaxError) throw unreadable();
    throw error;
  }
}

const unreadable = (): GraphError =>
  new GraphError('Intune sent the report in a form that this version of Reseal does not read; look for an update.', {
    kind: 'protocol',
  });
