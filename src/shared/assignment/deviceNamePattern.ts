import { deviceTitle } from '../devices/deviceTitle.ts';
import { assignmentIssue, type AssignmentIssue } from './assignmentIssues.ts';
import { checkDeviceName } from './deviceName.ts';

const SERIAL = /%SERIAL(?::\d{1,2})?%/i;
const MACRO = /%(SERIAL|NUMBER)(?::(\d{1,2}))?%/gi;

interface NamedDevice {
  readonly id: string;
  readonly serialNumber: string | null;
  readonly productKeyId: string | null;
}

export interface PatternName {
  readonly deviceId: string;
  /** What the device is called until then. */
  readonly serialNumber: string;
  readonly deviceName: string;
  /** Why the device cannot have this name, or null. */
  readonly finding: AssignmentIssue | null;
}

/**
 * Names of several devices from one pattern, in the order given. As in a profile's name template, `%SERIAL%` is the serial
 * number; `%SERIAL:x%` its last x characters, and `%NUMBER:x%` counts with at least x digits. An empty pattern clears.
 * @param firstNumber where `%NUMBER%` begins
 */
export function namesFromPattern(
  pattern: string,
  devices: readonly NamedDevice[],
  firstNumber: number,
): readonly PatternName[] {
  const taken = new Set<string>();
  return devices.map((device, index) => {
    const deviceName = expand(pattern, device.serialNumber ?? '', firstNumber + index);
    const finding =
      device.serialNumber === null && SERIAL.test(pattern)
        ? assignmentIssue('deviceName.no-serial-number', 'deviceName')
        : deviceName === ''
          ? null
          : (checkDeviceName(deviceName) ?? duplicate(deviceName, taken));
    taken.add(deviceName.toUpperCase());
    return { deviceId: device.id, serialNumber: deviceTitle(device), deviceName, finding };
  });
}

function expand(pattern: string, serialNumber: string, number: number): string {
  return pattern.replaceAll(MACRO, (_, macro: string, width: string | undefined) => {
    if (macro.toUpperCase() === 'NUMBER') return String(number).padStart(Number(width ?? 1), '0');
    return width === undefined ? serialNumber : serialNumber.slice(-Number(width));
  });
}

function duplicate(deviceName: string, taken: ReadonlySet<string>): AssignmentIssue | null {
  if (!taken.has(deviceName.toUpperCase())) return null;
  return assignmentIssue('deviceName.duplicate', 'deviceName', { deviceName });
}
