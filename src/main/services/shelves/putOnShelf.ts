import type { OutputOf } from '../../../shared/api/contract.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { knownShelf } from '../../../shared/shelves/shelfName.ts';
import { shelfHistory } from '../../../shared/shelves/shelfWords.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';

/**
 * Puts a device on a shelf, in one transaction: what stands there gives way, and is named.
 * @param shelf null for none
 * @throws AppError `not-found` where the device or the shelf is not known
 */
export function putOnShelf(context: ServiceContext, deviceId: string, shelf: string | null): OutputOf<'shelves.put'> {
  const { deviceViews, devices, history, publish, settings, store } = context;
  const done = store.write(() => {
    const device = devices.get(deviceId);
    if (device === null) throw unknownDevice();
    const place = shelf === null ? null : knownShelf(shelf, readSettings(settings).shelves);
    if (shelf !== null && place === null) throw unknownShelf(shelf);
    const from = device.shelf;
    if (from === place) return { from, other: null };
    const other = place === null ? null : devices.onShelf(place);
    if (other !== null) {
      devices.change(other.id, { shelf: null });
      history.add({
        deviceId: other.id,
        subject: 'note',
        sentence: shelfHistory.gaveWay(place ?? ''),
        source: context.who(),
      });
    }
    devices.change(deviceId, { shelf: place });
    const sentence = place === null ? shelfHistory.cleared(from ?? '') : shelfHistory.put(place);
    history.add({ deviceId, subject: 'note', sentence, source: context.who() });
    return { from, other: other === null ? null : { id: other.id, title: deviceTitle(other) } };
  });
  publish('devices.changed');
  return { ...done, device: deviceViews.get(deviceId) };
}

function unknownShelf(shelf: string): AppError {
  return new AppError('not-found', `The lab has no shelf “${shelf}”.`, {
    remedy: 'Name it in Settings, under Workplace.',
  });
}
