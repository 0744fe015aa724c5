import type { DeviceDescription } from '../../../shared/hashes/encodeHardwareHash.ts';
import { inventedDevice, inventedHash } from '../hashes/inventedDevices.ts';

interface SampleDevice {
  readonly device: DeviceDescription;
  readonly groupTag: string;
  readonly assignedUser: string;
}

const FIRST_DEVICE = 500;
const FIRST_BOX = 520;

/** By these the practice tenant assigns its profiles: each of them occurs, the one for pre-provisioning most often. */
const groupTags = ['', 'Hybrid', '', 'UserDriven', '', 'Kiosk', '', 'Hybrid', '', 'UserDriven', '', 'Kiosk'] as const;
const users = ['ada.lovelace', 'grace.hopper', 'alan.turing', 'hedy.lamarr'] as const;

/** Twelve devices to practise with, always the same. */
export function sampleDevices(): SampleDevice[] {
  return groupTags.map((groupTag, index) => {
    const user = users[index];
    return {
      device: inventedDevice(FIRST_DEVICE + index),
      groupTag,
      assignedUser: user === undefined ? '' : `${user}@contoso-practice.example`,
    };
  });
}

/** The file of them that Intune would take. */
export function samplesFile(samples: readonly SampleDevice[]): string {
  const rows = samples.map(({ device, groupTag, assignedUser }) =>
    [device.serialNumber ?? '', '', inventedHash(device), groupTag, assignedUser].join(','),
  );
  return ['Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User', ...rows, ''].join('\r\n');
}

/** Three boxes that their maker has registered: with the number of a purchase order, and one with a group tag. */
export function sampleBoxes(): { readonly hardwareIdentifier: string; readonly groupTag: string }[] {
  return ['', 'Hybrid', ''].map((groupTag, index) => ({
    hardwareIdentifier: inventedHash(inventedDevice(FIRST_BOX + index, { serialNumber: `5CGPO7622${index + 1}` })),
    groupTag,
  }));
}
