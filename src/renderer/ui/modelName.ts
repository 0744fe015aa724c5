import type { DeviceRecord } from '../../shared/devices/device.ts';
import { makeOf } from '../../shared/devices/makeOf.ts';
import { commonText } from '../text/common.ts';

/** Maker and model, or the sign for nothing. */
export const modelName = (device: Pick<DeviceRecord, 'manufacturer' | 'model'>): string =>
  makeOf(device) ?? commonText.none;
