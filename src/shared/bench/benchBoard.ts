import type { DeviceView } from '../devices/deviceView.ts';
import type { NextStepCode } from '../devices/nextStep.ts';
import { isOverdue, waitOf, type Wait } from '../devices/wait.ts';
import { shareOf } from './flowProgress.ts';

/** More than a bench holds; the queue shows the rest. */
export const MOST_ON_BOARD = 200;

/** The next steps that each list of the board is made of; the last three are what is ready for a person. */
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
  toStart: ['startBench'],
  unsealed: ['reseal'],
  toShip: ['ship'],
} as const satisfies Record<string, readonly NextStepCode[]>;

type Devices = readonly DeviceView[];

export interface WaitingDevice {
  readonly device: DeviceView;
  readonly wait: Wait;
}

/**
 * Why a person should look at a device, the most urgent first: its run failed, its reseal is forgotten, Microsoft lets it wait too long,
 * it cannot go on by itself, or its user flow window closes.
 */
export type DeviceToSee =
  | { readonly reason: 'failed' | 'stuck' | 'closing'; readonly device: DeviceView }
  | { readonly reason: 'notResealed'; readonly device: DeviceView; readonly since: string }
  | ({ readonly reason: 'overdue' } & WaitingDevice);

/** What a person at the bench looks at, except what is ready for the next step. */
export interface BenchBoard {
  /** The runs, by how much of their longest time is used up. */
  readonly running: readonly WaitingDevice[];
  readonly toSee: readonly DeviceToSee[];
}

/** What the board is made of; it only counts what is ready. */
type Listed = Exclude<keyof typeof boardSteps, 'toStart' | 'toShip'>;

/** Sorts what the store says, the most urgent first. */
export function benchBoardOf(
  lists: Readonly<Record<Listed, Devices>>,
  now: Date,
  resealWithinMinutes: number,
): BenchBoard {
  const waiting = [...lists.running, ...lists.waiting].flatMap((device) => {
    const wait = waitOf(device);
    return wait === null ? [] : [{ device, wait }];
  });
  const failed = lists.stuck.filter(({ bench }) => bench === 'failed');
  const closing = lists.shipped
    .filter(({ due }) => due.state === 'closing')
    .toSorted((one, other) => (one.due.notAfter ?? '').localeCompare(other.due.notAfter ?? ''));
  return {
    running: waiting
      .filter(({ device }) => device.bench === 'running')
      .toSorted((one, other) => shareOf(other.wait, now) - shareOf(one.wait, now)),
    toSee: [
      ...failed.map((device) => ({ reason: 'failed' as const, device })),
      ...lists.unsealed.flatMap((device) => {
        const { benchEndedAt: since } = device;
        const isForgotten = since !== null && isOverdue({ since, normalMinutes: resealWithinMinutes }, now);
        return isForgotten ? [{ reason: 'notResealed' as const, device, since }] : [];
      }),
      ...waiting
        .filter(({ device, wait }) => device.bench !== 'running' && isOverdue(wait, now))
        .toSorted((one, other) => one.wait.since.localeCompare(other.wait.since))
        .map((overdue) => ({ reason: 'overdue' as const, ...overdue })),
      ...lists.stuck.filter(({ bench }) => bench !== 'failed').map((device) => ({ reason: 'stuck' as const, device })),
      ...closing.map((device) => ({ reason: 'closing' as const, device })),
    ],
  };
}
