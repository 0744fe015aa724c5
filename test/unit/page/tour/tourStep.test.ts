import { expect, test } from 'vitest';
import { tourStepOf, type TourFacts } from '../../../../src/renderer/features/tenants/tour/tourStep.ts';
import { deviceAtHand } from '../acts/atHand.ts';

const { device } = deviceAtHand().detail;
const empty: TourFacts = { devices: 0, unregistered: 0, running: null, over: null, resealed: null, ready: null };

test('each step follows from what was done, in whatever way, and the last one counts', () => {
  expect(tourStepOf(empty).name).toBe('samples');
  expect(tourStepOf({ ...empty, devices: 12, unregistered: 12 }).name).toBe('register');
  expect(tourStepOf({ ...empty, devices: 12, unregistered: 3 })).toEqual({ name: 'start', device: null });
  expect(tourStepOf({ ...empty, devices: 12, ready: device })).toEqual({ name: 'start', device });
  expect(tourStepOf({ ...empty, devices: 12, ready: device, running: device }).name).toBe('finish');
  expect(tourStepOf({ ...empty, devices: 12, running: device, over: device }).name).toBe('reseal');
  expect(tourStepOf({ ...empty, devices: 12, over: device, resealed: device }).name).toBe('end');
});
