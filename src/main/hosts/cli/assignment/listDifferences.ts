import { heldFieldNames, heldValueSentence } from '../../../../shared/assignment/heldValueWords.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { neutralFormatter } from '../../../../shared/format/neutralFormatter.ts';
import { table } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { differingDevices, differingFields, type DifferingChoice } from './differingDevices.ts';

/** `changes list`: what differs, as Microsoft was read last. */
export async function listDifferences(run: Run, choice: DifferingChoice): Promise<ExitStatus> {
  const devices = await differingDevices(run, choice);
  const document = devices.map((device) => ({
    id: device.id,
    serialNumber: device.serialNumber,
    differences: differingFields(device, choice.fields).map((field) => ({
      field,
      ...device.properties[field],
      sentence: heldValueSentence(field, device.properties[field], neutralFormatter),
    })),
  }));
  await run.print({ total: devices.length, devices: document }, () => {
    if (devices.length === 0)
      return 'Microsoft holds what is wished here, as far as it was read. “reseal refresh” reads it anew.';
    const rows = devices.flatMap((device) =>
      differingFields(device, choice.fields).map((field) => [
        deviceTitle(device),
        heldFieldNames[field],
        heldValueSentence(field, device.properties[field], run.formatter),
      ]),
    );
    const count = run.formatter.count(devices.length, 'device differs', 'devices differ');
    return `${table(['serial number', 'property', 'what differs'], rows)}\n${count}.`;
  });
  return devices.length === 0 ? exitStatus.done : exitStatus.attention;
}
