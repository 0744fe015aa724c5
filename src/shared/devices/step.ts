import type { UserFlowWindow } from '../bench/userFlowWindow.ts';
import type { DeviceRecord } from './device.ts';
import type { NextStep } from './nextStep.ts';

/** A next step before it is said whose turn it is, which follows from its code. */
export type Step = WithoutTurn<NextStep>;
type WithoutTurn<One> = One extends NextStep ? Omit<One, 'whose'> : never;

/** When it is asked, and the user flow's window then. */
export interface Moment {
  readonly window: UserFlowWindow;
  readonly now: Date;
}

/** A part of a device's way: it knows the next step while the device is in it, and null before or after. */
export type Stage = (device: DeviceRecord, moment: Moment) => Step | null;
