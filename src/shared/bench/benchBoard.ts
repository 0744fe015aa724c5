import type { DeviceView } from '../devices/deviceView.ts';
import type { NextStepCode } from '../devices/nextStep.ts';
import { isOverdue, waitOf, type Wait } from '../devices/wait.ts';

/** More than a bench holds; the queue shows the rest. */
export const MOST_ON_BOARD = 200;

/** The next steps that each list of the board is made of. */
export const boardSteps = {
  running: ['finishBench'],
  waiting: ['waitForRegistration', 'waitForProfile', 'waitForRemoval'],
  shipped: ['waitForUserFlow'],
  stuck: [
    'retryBench',
    'updateFirmware',
    'updateWindows',
    'deregister',
    'unblock',
    'askAdministrator',
    'clearGate',
    'fixProfile',
    'fixRegistration',
    'redoTechnicianFlow',
    'finishRemoval',
  ],
  ready: ['startBench', 'reseal', 'ship'],
  /** Ready as well: of these alone it matters for how long. */
  unsealed: ['reseal'],
} as const satisfies Record<string, readonly NextStepCode[]>;

type Devices = readonly DeviceView[];

export interface WaitingDevice {
  readonly device: DeviceView;
  readonly wait: Wait;
}

/**
 * Why a person should look at a device: it lasts too long, its reseal is forgotten, it cannot go on by itself, or its user flow
 * window closes.
 */
export type DeviceToSee =
  | ({ readonly reason: 'overdue' } & WaitingDevice)
  | { readonly reason: 'notResealed'; readonly device: DeviceView; readonly since: string }
  | { readonly reason: 'stuck' | 'closing'; readonly device: DeviceView };

/** What a person at the bench looks at, except what is ready for the next step. */
export interface BenchBoard {
  readonly running: readonly WaitingDevice[];
  readonly toSee: readonly DeviceToSee[];
}

/** Sorts what the store says; the longest wait comes first, and what is overdue before what is stuck. */
export function benchBoardOf(
  lists: Readonly<Record<keyof typeof boardSteps, Devices>>,
  now: Date,
  resealWithinMinutes: number,
): BenchBoard {
  const waiting = [...lists.running, ...lists.waiting]
    .flatMap((device) => {
      const wait = waitOf(device);
      return wait === null ? [] : [{ device, wait }];
    })
    .toSorted((one, other) => one.wait.since.localeCompare(other.wait.since));
  const closing = lists.shipped
    .filter(({ due }) => due.state === 'closing')
    .toSorted((one, other) => (one.due.notAfter ?? '').localeCompare(other.due.notAfter ?? ''));
  return {
    running: waiting.filter(({ device, wait }) => device.bench === 'running' && !isOverdue(wait, now)),
    toSee: [
      ...waiting
        .filter(({ wait }) => isOverdue(wait, now))
        .map((overdue) => ({ reason: 'overdue' as const, ...overdue })),
      ...lists.unsealed.flatMap((device) => {
        const { benchEndedAt: since } = device;
        const isForgotten = since !== null && isOverdue({ since, normalMinutes: resealWithinMinutes }, now);
        return isForgotten ? [{ reason: 'notResealed' as const, device, since }] : [];
      }),
      ...lists.stuck.map((device) => ({ reason: 'stuck' as const, device })),
      ...closing.map((device) => ({ reason: 'closing' as const, device })),
    ],
  };
}
