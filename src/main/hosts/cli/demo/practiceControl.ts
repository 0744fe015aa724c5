import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';
import type { DemoPlaces } from './demoPlaces.ts';

/** What happens away from the bench, where no act of Reseal reaches: the practice tenant is told. */
export interface PracticeControl {
  /** Half a year passes, say. */
  readonly letTimePass: (seconds: number) => Promise<void>;
  /** A user signs in on a device that Windows Autopilot does not know. */
  readonly prepareDevice: (device: {
    readonly serialNumber: string;
    readonly manufacturer: string;
    readonly model: string;
  }) => Promise<void>;
  /** Deletes the Intune record of an enrolled device, as a person does in the portal. */
  readonly deleteIntuneRecord: (managedDeviceId: string) => Promise<void>;
}

export function practiceControlOf({ practice }: DemoPlaces): PracticeControl {
  async function ask(method: 'POST' | 'DELETE', path: string, body: object = {}): Promise<void> {
    const answer = await globalThis.fetch(`${practice.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    });
    if (answer.ok) return;
    throw new CommandError(
      `The practice tenant refused ${method} ${path} (${String(answer.status)}).`,
      exitStatus.failed,
    );
  }
  return {
    letTimePass: (advanceSeconds) => ask('POST', '/practice/clock', { advanceSeconds }),
    prepareDevice: (device) => ask('POST', '/practice/device-preparation', device),
    deleteIntuneRecord: (id) => ask('DELETE', `/v1.0/deviceManagement/managedDevices/${id}`),
  };
}
