import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTime,
  type GraphRequest,
  type JsonObject,
  type PracticeAnswer,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { ExportJobRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { orderReports } from './scopes.ts';

const PATH = 'deviceManagement/reports/exportJobs';
const PREPARATION = 'AutopilotV2DeploymentStatus';
const KEPT_HOURS = 6;
const HOUR_MS = 3_600_000;
const BYTE_ORDER_MARK = '\uFEFF';

const orderBody = z.strictObject({
  reportName: z.string(),
  format: z.literal('json'),
  select: z.array(z.string()).optional(),
});

const document = z.record(z.string(), z.string());

/** Reports that are ordered, made in a while, and fetched from elsewhere; of all of Intune’s, that of device preparation. */
export function exportJobRoutes(tenant: Tenant): readonly Route[] {
  const { exportJobs, newId } = tenant.state;

  function order(request: GraphRequest): PracticeAnswer {
    const { reportName } = readBody(request, orderBody);
    if (reportName !== PREPARATION) throw new PracticeError(400, 'BadRequest', 'An error has occurred');
    const job = {
      id: `${reportName}_${newId('exportJob', reportName)}`,
      reportName,
      requestedAt: tenant.clock.now(),
      secret: randomBytes(24).toString('base64url'),
    };
    exportJobs.insert(job);
    return answerEntity(request, PATH, bodyOf(request, job), 201);
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const job = exportJobs.find(id);
    if (!job) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return answerEntity(request, PATH, bodyOf(request, job));
  }

  function bodyOf({ root }: GraphRequest, job: ExportJobRow): JsonObject {
    const isReady = tenant.clock.now() >= job.requestedAt + delayFor(tenant, 'report', job.id);
    return {
      id: job.id,
      reportName: job.reportName,
      filter: null,
      select: [],
      format: 'json',
      snapshotId: null,
      localizationType: 'localizedValuesAsAdditionalColumn',
      requestDateTime: isoTime(job.requestedAt),
      expirationDateTime: isoTime(job.requestedAt + KEPT_HOURS * HOUR_MS),
      status: isReady ? 'completed' : 'inProgress',
      url: isReady ? `${new URL(root).origin}/${REPORTS}/${job.secret}.zip` : null,
    };
  }

  const access = { versions: betaOnly, service: 'devices', scopes: orderReports } as const;
  return [
    { method: 'POST', pattern: `/${PATH}`, ...access, handle: order },
    { method: 'GET', pattern: `/${PATH}/*`, ...access, handle: get },
  ];
}

/** Where the files of reports are: outside of Graph, and for whoever knows the address. */
export const REPORTS = 'reports';

/** The file of a report as its address names it; null for one that was never ordered, or has been kept long enough. */
export function reportFile({ state, clock }: Tenant, name: string): Uint8Array | null {
  const job = state.exportJobs.all().find(({ secret }) => `${secret}.zip` === name);
  if (job === undefined || clock.now() > job.requestedAt + KEPT_HOURS * HOUR_MS) return null;
  const rows = state.preparedDevices.all().map((row) => document.parse(JSON.parse(row.document)));
  const file = { columns: [...COLUMNS], values: rows.map((row) => COLUMNS.map((column) => row[column] ?? '')) };
  const text = `${BYTE_ORDER_MARK}${JSON.stringify(file)}`;
  return zipSync({ [`${job.id}.json`]: new TextEncoder().encode(text) });
}

const COLUMNS = [
  'DeviceId',
  'DeviceName',
  'SerialNumber',
  'UPN',
  'EnrollmentTimeInUtc',
  'CurrentProvisioningPhase',
  'DeploymentStatus',
  'DeploymentDurationTimeInSeconds',
  'Phase',
  'ResultCode',
] as const;
