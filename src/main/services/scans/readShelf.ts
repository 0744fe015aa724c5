import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { ReadCode } from '../../../shared/scans/readScan.ts';
import type { ScanReading } from '../../../shared/scans/scanReading.ts';
import { knownShelf } from '../../../shared/shelves/shelfName.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { putOnShelf } from '../shelves/putOnShelf.ts';

type Input = Pick<ParsedInputOf<'scans.read'>, 'after' | 'apply'>;

/** What the label of a shelf comes to: the device that was scanned before it is put there, or the shelf says what stands on it. */
export function readShelf(context: ServiceContext, read: ReadCode, input: Input): ScanReading {
  const { ports, scans, store } = context;
  const reading = readingOf(context, read, input);
  store.write(() =>
    scans.add({
      at: ports.clock.now().toISOString(),
      raw: read.raw,
      kind: 'shelf',
      deviceId: reading.device?.id ?? null,
      verdict: reading.verdict,
    }),
  );
  return reading;
}

function readingOf(context: ServiceContext, { scan }: ReadCode, { after, apply }: Input): ScanReading {
  const { deviceViews, devices, settings } = context;
  const written = scan.shelf ?? '';
  const shelf = knownShelf(written, readSettings(settings).shelves);
  if (shelf === null) return { verdict: 'unknownShelf', scan, device: null, shelf: written };
  // A device that somebody has taken off meanwhile is put nowhere.
  if (after === undefined || !apply || devices.get(after) === null) {
    const standing = devices.onShelf(shelf);
    return { verdict: 'shelf', scan, device: standing === null ? null : deviceViews.get(standing.id), shelf };
  }
  const { device, from, other } = putOnShelf(context, after, shelf);
  return { verdict: 'shelved', scan, device, shelf, from, other };
}
