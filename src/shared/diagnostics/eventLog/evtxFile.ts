/** An event as a log of Windows holds it: its number and its data. The sentence that people know stands in no log. */
export interface LogEvent {
  readonly id: number;
  /** 1 critical, 2 error, 3 warning, 4 information, 5 verbose; 0 where it does not say. */
  readonly level: number;
  readonly channel: string;
  readonly provider: string;
  /** ISO 8601 in UTC, to the millisecond; null for a time that cannot be. */
  readonly at: string | null;
  readonly recordId: number;
  /** What the event says, by the names of its fields; those without a name are numbered from 1. */
  readonly data: ReadonlyMap<string, string>;
}

/** What was read of an event log, and what could not be. */
export interface EventLogReading {
  /** Records whose frame is whole, kept or not. */
  readonly records: number;
  /** Those that were asked for. */
  readonly events: readonly LogEvent[];
  /** Chunks whose checksum or frame is wrong; nothing of them is believed. */
  readonly damagedChunks: number;
  /** Records that could not be read. */
  readonly damagedRecords: number;
  /** Whether the log was copied while Windows wrote it: then the newest chunk has no checksum yet, and is read without. */
  readonly isDirty: boolean;
  /** Whether there was more than may be read. */
  readonly isCut: boolean;
  /** Whether it is an event log at all. */
  readonly isEventLog: boolean;
}
