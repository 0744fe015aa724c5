import type { DeviceRecord } from '../../shared/devices/device.ts';
import { commonText } from '../text/common.ts';

/** Maker and model without saying the maker twice, as many makers put their name into the model. */
export function modelName({ manufacturer, model }: Pick<DeviceRecord, 'manufacturer' | 'model'>): string {
  if (model === null) return manufacturer ?? commonText.none;
  const maker = manufacturer?.split(/[\s,]/)[0] ?? '';
  return maker === '' || model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`;
}
