import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { BenchPhase } from '../../shared/bench/benchPhase.ts';
import { benchRun, type BenchRun } from '../../shared/bench/benchRun.ts';
import { benchState, type BenchState } from '../../shared/bench/benchState.ts';
import { benchStep, type BenchStep } from '../../shared/bench/benchStep.ts';
import type { GoodRun } from '../../shared/bench/usualTime.ts';
import { scenarioEvidence, scenarioOf } from '../../shared/scenarios/scenarioOf.ts';
import { deviceReader } from './deviceRow.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

/** What an act began with; `shelf` where it took the device off one. */
const stateBefore = benchState.extend({ shelf: z.string().optional() });
type StateBefore = z.infer<typeof stateBefore>;

export interface RecordedAct {
  readonly id: number;
  readonly step: BenchStep;
  readonly before: StateBefore;
  readonly after: BenchState;
}

type RunEnd = Pick<BenchRun, 'endedAt' | 'result' | 'elapsedMs' | 'errorCode' | 'phase'>;

const actRow = z.object({
  id: z.number(),
  step: benchStep,
  before: storedJson(stateBefore),
  after: storedJson(benchState),
});

/** As many of the latest good runs, of all tenants, tell what is usual now. */
const MOST_GOOD_RUNS = 500;
const evidence = deviceReader(scenarioEvidence);
const timed = z.object({ tookMs: z.number() });

/** Technician flows, and the acts at the bench in their order, each with the state before and after it. */
export function createBenchRunStore({ database, setAside }: Store) {
  const begin = database.prepare(`
    INSERT INTO bench_run (id, device_id, started_at, override_reason, technician)
    VALUES (@id, @deviceId, @startedAt, @overrideReason, @technician)`);
  const addEnded = database.prepare(`
    INSERT INTO bench_run (id, device_id, ended_at, result, elapsed_ms, error_code, phase, technician)
    VALUES (@id, @deviceId, @endedAt, @result, @elapsedMs, @errorCode, @phase, @technician)`);
  const newestFirst = 'ORDER BY coalesce(started_at, ended_at) DESC, rowid DESC';
  const latest = `(SELECT id FROM bench_run WHERE device_id = @deviceId ${newestFirst} LIMIT 1)`;
  const end = database.prepare(`
    UPDATE bench_run SET ended_at = @endedAt, result = @result, elapsed_ms = @elapsedMs, error_code = @errorCode,
           phase = @phase
     WHERE id = ${latest}`);
  const discard = database.prepare(`DELETE FROM bench_run WHERE id = ${latest}`);
  const runs = database.prepare(`
    SELECT id, started_at AS startedAt, ended_at AS endedAt, result, elapsed_ms AS elapsedMs, error_code AS errorCode,
           phase, override_reason AS overrideReason, technician
      FROM bench_run WHERE device_id = ? ${newestFirst}`);
  const tellPhase = database.prepare('UPDATE bench_run SET phase = @phase WHERE id = @id');
  const tellCode = database.prepare('UPDATE bench_run SET error_code = @code WHERE id = @id');
  const addAct = database.prepare(`
    INSERT INTO bench_act (device_id, step, at, state_before, state_after, technician)
    VALUES (@deviceId, @step, @at, @before, @after, @technician)`);
  const lastAct = database.prepare(`
    SELECT id, step, state_before AS before, state_after AS after
      FROM bench_act WHERE device_id = ? ORDER BY id DESC LIMIT 1`);
  const good = database.prepare(`
    SELECT run.took_ms AS tookMs, ${evidence.columns}
      FROM (SELECT device_id, ended_at,
                   coalesce(elapsed_ms, round((julianday(ended_at) - julianday(started_at)) * 86400000)) AS took_ms
              FROM bench_run WHERE result = 'succeeded' ORDER BY ended_at DESC LIMIT ${MOST_GOOD_RUNS}) AS run
      JOIN device ON device.id = run.device_id
     WHERE device.tenant_id = ? AND run.took_ms > 0 ORDER BY run.ended_at DESC`);
  const removeAct = database.prepare('DELETE FROM bench_act WHERE id = ?');

  return {
    begin: (run: {
      readonly deviceId: string;
      readonly startedAt: string;
      readonly overrideReason: string | null;
      readonly technician: string;
    }): void => void begin.run({ ...run, id: randomUUID() }),
    /** Adds a run of which only the end is known. */
    addEnded: (run: { readonly deviceId: string; readonly technician: string } & RunEnd): void =>
      void addEnded.run({ ...run, id: randomUUID() }),
    /** Ends the device's latest run, or opens it again when all is null. */
    end: (run: { readonly deviceId: string } & RunEnd): void => void end.run(run),
    /** Forgets the device's latest run: what made it was a mistake. */
    discard: (deviceId: string): void => void discard.run({ deviceId }),
    /** Says where a run failed that nobody had said it of. */
    tellPhase: (id: string, phase: BenchPhase): void => void tellPhase.run({ id, phase }),
    /** Says with which code a run failed, as it stood on the screen. */
    tellCode: (id: string, code: string): void => void tellCode.run({ id, code }),
    /** Newest first. */
    ofDevice: (deviceId: string): BenchRun[] => setAside.rows('bench_run', benchRun, runs.all(deviceId)),

    /** The latest runs of a tenant's devices that ended well and whose length is known, with what each device is for now. Newest first. */
    goodIn: (tenantId: string): GoodRun[] =>
      setAside
        .readable(good.all(tenantId), (row) => ({ ...evidence.read(row), ...timed.parse(row) }))
        .map(({ tookMs, ...device }) => {
          const { name, joinType } = scenarioOf(device);
          return { scenario: name, joinType, elapsedMs: tookMs };
        }),

    addAct: (act: {
      readonly deviceId: string;
      readonly step: BenchStep;
      readonly at: string;
      readonly before: StateBefore;
      readonly after: BenchState;
      readonly technician: string;
    }): void => void addAct.run({ ...act, before: JSON.stringify(act.before), after: JSON.stringify(act.after) }),
    /** @throws AppError `damaged` where it cannot be read, and so not be taken back */
    lastAct(deviceId: string): RecordedAct | null {
      const row = lastAct.get(deviceId);
      return row === undefined ? null : readRow('bench_act', actRow, row);
    },
    removeAct: (id: number): void => void removeAct.run(id),
  };
}
