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
}

export function practiceControlOf({ practice }: DemoPlaces): PracticeControl {
  async function ask(path: string, body: object): Promise<void> {
    const answer = await globalThis.fetch(`${practice.url}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) return;
    throw new CommandError(`The practice tenant refused POST ${path} (${String(answer.status)}).`, exitStatus.failed);
  }
  return {
    letTimePass: (advanceSeconds) => ask('/practice/clock', { advanceSeconds }),
    prepareDevice: (device) => ask('/practice/device-preparation', device),
  };
}
