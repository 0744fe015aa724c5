import { z } from 'zod';
import { jobState } from '../../shared/jobs/job.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));
const waitsOn = z.enum(['time', 'network', 'person']);
/** What a waiting job waits on: its due time, the network, or somebody who must do something. */
export type WaitsOn = z.infer<typeof waitsOn>;

/** Stands in an act for the devices it is about. */
const DEVICES = '{devices}';

/** An act as a sentence: “Register {devices}” about “500 devices”. */
export const sentenceAbout = (act: string, devices: string): string => act.replace(DEVICES, () => devices);

const storedJob = z
  .object({
    id: z.string(),
    kind: z.string(),
    step: z.string(),
    /** Names the subject of the change; of two jobs with one wish, the newer one counts. */
    wish: z.string(),
    /** Jobs that one act brought about share it. */
    batchId: z.string(),
    tenantId: z.string(),
    deviceId: z.string().nullable(),
    serialNumber: z.string().nullable(),
    act: z.string(),
    payload: json,
    /** What the steps so far have come to; each step parses what it needs. */
    progress: json,
    state: jobState,
    waitsOn,
    waitsFor: z.string().nullable(),
    offlineSince: z.string().nullable(),
    explanation: z.string().nullable(),
    attempts: z.number(),
    /** Microsoft's id of the request that it refused last. */
    requestId: z.string().nullable(),
    dueAt: z.string(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .transform((row) => ({ ...row, sentence: sentenceAbout(row.act, row.serialNumber ?? 'a device') }));
export type StoredJob = z.infer<typeof storedJob>;

/** What a job is read by. */
export const jobColumns = `
  job.id, job.kind, job.step, job.wish, job.batch_id AS batchId, job.tenant_id AS tenantId, job.device_id AS deviceId,
  (SELECT serial_number FROM device WHERE device.id = job.device_id) AS serialNumber,
  job.act, job.payload, job.progress, job.state, job.waits_on AS waitsOn, job.waits_for AS waitsFor,
  job.offline_since AS offlineSince, job.explanation, job.attempts, job.request_id AS requestId, job.due_at AS dueAt, job.created_at AS createdAt,
  job.finished_at AS finishedAt`;

/** A row of the database as a job. @throws ZodError when the database holds what this program does not know */
export const jobFromRow = (row: unknown): StoredJob => storedJob.parse(row);

/** What is said of a job that gave way to a newer one about the same. */
export const REPLACED = 'A newer wish replaced this one.';
/** What is said of a job whose run ended before it was done. */
export const INTERRUPTED = 'It was interrupted, and goes on where it stood.';

/** The states of a job that has not ended, as SQL. */
export const ACTIVE = `('waiting', 'leased', 'retrying')`;
