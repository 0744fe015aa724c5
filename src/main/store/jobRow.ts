import { z } from 'zod';
import { jobState } from '../../shared/jobs/job.ts';
import { jobAct, type JobAct } from '../../shared/jobs/jobAct.ts';
import { reason, type Reason } from '../../shared/jobs/reason.ts';
import { readRow } from './setAside.ts';
import { storedJson } from './storedJson.ts';

const json = storedJson(z.unknown());
const waitsOn = z.enum(['time', 'network', 'person']);
/** What a waiting job waits on: its due time, the network, or somebody who must do something. */
export type WaitsOn = z.infer<typeof waitsOn>;

/** What a job is about, as its column holds it. */
export const storedAct = storedJson(jobAct);
/** Why a job waits or failed, as its column holds it. */
export const storedReason = storedJson(reason).nullable();

const storedJob = z.object({
  id: z.uuid(),
  kind: z.string(),
  step: z.string(),
  /** Names the subject of the change; of two jobs with one wish, the newer one counts. */
  wish: z.string(),
  /** Jobs that one act brought about share it. */
  batchId: z.string(),
  tenantId: z.string(),
  deviceId: z.uuid().nullable(),
  serialNumber: z.string().nullable(),
  act: storedAct,
  payload: json,
  /** What the steps so far have come to; each step parses what it needs. */
  progress: json,
  state: jobState,
  waitsOn,
  waitsFor: z.string().nullable(),
  offlineSince: z.iso.datetime().nullable(),
  reason: storedReason,
  attempts: z.number(),
  /** Microsoft's id of the request that it refused last. */
  requestId: z.string().nullable(),
  dueAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type StoredJob = z.infer<typeof storedJob>;

/** What a job is read by. */
export const jobColumns = `
  job.id, job.kind, job.step, job.wish, job.batch_id AS batchId, job.tenant_id AS tenantId, job.device_id AS deviceId,
  (SELECT serial_number FROM device WHERE device.id = job.device_id) AS serialNumber,
  job.act, job.payload, job.progress, job.state, job.waits_on AS waitsOn, job.waits_for AS waitsFor,
  job.offline_since AS offlineSince, job.reason, job.attempts, job.request_id AS requestId, job.due_at AS dueAt, job.created_at AS createdAt,
  job.finished_at AS finishedAt`;

/** A row of the database as a job. @throws UnreadableRowError when the database holds what this program does not know */
export const jobFromRow = (row: unknown): StoredJob => readRow('job', storedJob, row);

/** An act as its column holds it. */
export const textOfAct = (act: JobAct): string => JSON.stringify(jobAct.parse(act));
/** A reason as its column holds it. Parsed first, which puts its parameters in one order: jobs are counted together by this text. */
export const textOfReason = (why: Reason | null): string | null =>
  why === null ? null : JSON.stringify(reason.parse(why));

/** The states of a job that has not ended, as SQL. */
export const ACTIVE = `('waiting', 'leased', 'retrying')`;
