import { errorCodeIn } from '../../knowledge/errorCodeIn.ts';
import type { DiagnosticLog } from '../eventLog/channel.ts';
import type { Evidence, SourcedEvent } from '../evidence.ts';
import { codeOf } from './jsonText.ts';

/** Events of a log by their numbers, oldest first. */
export function eventsOf({ events }: Evidence, log: DiagnosticLog, ...ids: readonly number[]): readonly SourcedEvent[] {
  return events.filter((event) => event.log === log && ids.includes(event.id));
}

/** The newest of some events; null where none of them is there. */
export function newestOf(evidence: Evidence, log: DiagnosticLog, ...ids: readonly number[]): SourcedEvent | null {
  return eventsOf(evidence, log, ...ids).at(-1) ?? null;
}

/** The failure that an event names: its result, or the code in another field. Null for none, and for success. */
export function codeOfEvent({ data }: SourcedEvent): string | null {
  const written =
    data.get('HRESULT') ?? data.get('ExitCode') ?? data.get('HexInt1') ?? data.get('ErrorCode') ?? data.get('Error');
  if (written === undefined) return null;
  const code = errorCodeIn(written) ?? (/^-?\d+$/.test(written) ? codeOf(Number(written)) : null);
  return code === '0x00000000' ? null : code;
}

/** A number in an event, whatever the case of its name; null where it has none. */
export function numberInEvent({ data }: SourcedEvent, name: string): number | null {
  const wanted = name.toLowerCase();
  const written = [...data].find(([one]) => one.toLowerCase() === wanted)?.[1];
  return written !== undefined && /^(?:-?\d{1,15}|0x[0-9a-f]{1,12})$/i.test(written) ? Number(written) : null;
}

/** What the setup wrote of the status page (event 62407): its name, and the code and words of its value. */
export interface PageEvent {
  readonly event: SourcedEvent;
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
}

const MESSAGE = /"message"\s*:\s*"((?:[^"\\]|\\.){0,500})"/i;
const CODE = /"errorCode"\s*:\s*(-?\d{1,10})/i;

/** The notes of the setup on its status page, oldest first. */
export function pageEvents(evidence: Evidence): readonly PageEvent[] {
  return eventsOf(evidence, 'shell', 62407).map((event) => {
    const value = event.data.get('Value') ?? '';
    const code = CODE.exec(value)?.[1];
    return {
      event,
      name: event.data.get('Name') ?? '',
      message: MESSAGE.exec(value)?.[1] ?? '',
      code: code === undefined ? errorCodeIn(value) : codeOf(Number(code)),
    };
  });
}
