import { deviceTitle } from '../../devices/deviceTitle.ts';
import { makeOf } from '../../devices/makeOf.ts';
import type { ChangedPart } from '../../devices/weighIdentity.ts';
import type { QueuedDevice } from './deviceInQueue.ts';
import type { QueueMatch } from './queueAnswer.ts';

const changedWords: Readonly<Record<ChangedPart, string>> = {
  board: 'mainboard',
  tpm: 'TPM',
  disk: 'disk',
  network: 'network card',
};

/** Which device of the queue the archive is of, in sentences. */
export function tellMatch(match: QueueMatch): string {
  switch (match.state) {
    case 'same':
      return `It is ${calledIn(match.device)}.${changeWords(match.changedParts)}`;
    case 'cannotBeTold': {
      const all = match.devices.map((device) => `${calledIn(device)}, id ${device.id}`).join('; ');
      return `It cannot be told which device of the queue it is: perhaps ${all}. Compare maker, model and serial number on the device itself.`;
    }
    case 'notInQueue':
      return 'No device of the queue is the one of this archive.';
    case 'notNamed':
      return 'Nothing in the archive names the device, so the queue was not asked.';
    case 'notRead':
      return `The queue could not be asked. ${match.reason}`;
  }
}

function calledIn(device: QueuedDevice): string {
  return `${deviceTitle(device)} (${[makeOf(device), device.customer].filter(Boolean).join(', ')})`;
}

function changeWords(parts: readonly ChangedPart[]): string {
  if (parts.length === 0) return '';
  return ` Since its last hash it has another ${parts.map((part) => changedWords[part]).join(' and another ')}.`;
}
