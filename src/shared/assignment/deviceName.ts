import type { Finding } from '../intake/issue.ts';

const LONGEST_DEVICE_NAME = 15;

/** What is wrong with a device name, or null. Rules: Microsoft, "Create Windows Autopilot profiles", device name. */
export function checkDeviceName(name: string): Finding | null {
  if (name === '')
    return problem('deviceName.empty', 'The device name is empty. Enter one, or leave naming to the profile.');
  if (name.length > LONGEST_DEVICE_NAME) {
    return problem(
      'deviceName.length',
      `The device name has ${name.length} characters; at most ${LONGEST_DEVICE_NAME} are allowed.`,
    );
  }
  if (!/^[A-Za-z0-9-]+$/.test(name)) {
    return problem('deviceName.characters', 'A device name has letters without accents, digits and hyphens only.');
  }
  if (/^\d+$/.test(name)) return problem('deviceName.digits', 'A device name cannot be digits only. Add a letter.');
  return null;
}

function problem(code: string, message: string): Finding {
  return { code, severity: 'error', message };
}
