import type { Evidence, SourcedEvent } from '../evidence.ts';
import { codeOfEvent, eventsOf, newestOf, numberInEvent } from './eventQuery.ts';
import { eventFact, fact, momentOf, numberFact, type Fact } from './fact.ts';
import { places } from './places.ts';

/** What tells of the clock of the device. */
export interface ClockAnswer {
  /** Seconds by which the device was ahead of the server; negative where it was behind. */
  readonly aheadSeconds: Fact<number> | null;
  readonly toleranceMinutes: Fact<number> | null;
  readonly isOff: boolean;
  /** Windows refused to set the clock by so many seconds. */
  readonly refusedSeconds: Fact<number> | null;
  /** When the hash was read, and when the newest event was written, both by the clock of the device. */
  readonly hashAt: Fact<string> | null;
  readonly newestEventAt: Fact<string> | null;
}

/** What tells of its network; that nothing is told does not mean that it was fine. */
export interface NetworkAnswer {
  readonly internetSeenAt: Fact<string> | null;
  readonly internetMissingAt: Fact<string> | null;
  /** The download of the profile failed so. */
  readonly downloadCode: Fact<string> | null;
  readonly proxy: Fact<string> | null;
}

const SECOND_MS = 1_000;
const MINUTE_SECONDS = 60;
/** Where the registry does not say it. */
const USUAL_TOLERANCE_MINUTES = 5;

export function clockAnswer(evidence: Evidence): ClockAnswer {
  const compared = newestOf(evidence, 'autopilot', 753);
  const server = instantIn(compared, 'ServerTime');
  const client = instantIn(compared, 'ClientTime');
  const toleranceMinutes = numberFact(evidence.registry.value(places.settings, 'AllowedTimeDriftDeltaMinutes'));
  const aheadSeconds =
    compared === null || server === null || client === null
      ? null
      : eventFact(compared, Math.round((client - server) / SECOND_MS));
  const refused = newestOf(evidence, 'system', 34);
  const seconds = refused === null ? null : numberInEvent(refused, 'SystemTimeChangeSeconds');
  const newest = evidence.events.findLast(({ at }) => at !== null) ?? null;
  const tolerated = (toleranceMinutes?.value ?? USUAL_TOLERANCE_MINUTES) * MINUTE_SECONDS;
  return {
    aheadSeconds,
    toleranceMinutes,
    isOff: Math.abs(aheadSeconds?.value ?? 0) > tolerated,
    refusedSeconds: refused === null || seconds === null ? null : eventFact(refused, seconds),
    hashAt: fact(evidence.hash?.value.hash?.collectedAt, evidence.hash?.file ?? '', 'the hardware hash'),
    newestEventAt: momentOf(newest),
  };
}

export function networkAnswer(evidence: Evidence): NetworkAnswer {
  const failed = eventsOf(evidence, 'autopilot', 706, 707).findLast((event) => codeOfEvent(event) !== null) ?? null;
  const proxy = newestOf(evidence, 'deviceRegistration', 338, 339, 340);
  return {
    internetSeenAt: momentOf(newestOf(evidence, 'autopilot', 164, 166)),
    internetMissingAt: momentOf(newestOf(evidence, 'autopilot', 165, 167)),
    downloadCode: failed === null ? null : eventFact(failed, codeOfEvent(failed) ?? ''),
    proxy: momentOf(proxy),
  };
}

/** A time in an event in milliseconds; null where it has none that can be read. */
function instantIn(event: SourcedEvent | null, name: string): number | null {
  const milliseconds = Date.parse(event?.data.get(name) ?? '');
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
