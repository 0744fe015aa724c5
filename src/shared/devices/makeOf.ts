import type { DeviceRecord } from './device.ts';

/** Maker and model without saying the maker twice, as many makers put their name into the model; null where neither is known. */
export function makeOf({ manufacturer, model }: Pick<DeviceRecord, 'manufacturer' | 'model'>): string | null {
  if (model === null) return manufacturer;
  const maker = manufacturer?.split(/[\s,]/)[0] ?? '';
  return maker === '' || model.toLowerCase().startsWith(maker.toLowerCase()) ? model : `${maker} ${model}`;
}
