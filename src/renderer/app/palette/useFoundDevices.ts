import { LaptopRegular, TableSimpleRegular } from '@fluentui/react-icons';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { nextStepTitle } from '../../../shared/devices/nextStepWords.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { changeFilter, clearFilters } from '../../features/devices/queue/queueView.ts';
import { paletteText } from '../../text/palette.ts';
import { modelName } from '../../ui/modelName.ts';
import { useSettled } from '../../ui/useSettled.ts';
import { queueAddress } from '../address.ts';
import { goTo } from '../navigation.ts';
import { matches, partsOf } from './matchWords.ts';
import type { PaletteRow } from './paletteGroups.ts';

/** Long enough that a search does not start with every letter. */
const SETTLE_MS = 150;
const MOST_DEVICES = 8;

interface FoundDevices {
  readonly rows: readonly PaletteRow[];
  /** What is shown may not be all: the search goes on. */
  readonly isSearching: boolean;
}

/** The devices of a tenant that the queue finds for a query, and a way to all of them where they are many. */
export function useFoundDevices(tenantId: string | null, query: string): FoundDevices {
  const wanted = query.trim();
  const search = useSettled(wanted, SETTLE_MS);
  const reading = useProcedure(
    'devices.list',
    tenantId === null || search === '' ? null : { tenantId, search, limit: MOST_DEVICES },
    ['devices.changed'],
  );
  if (tenantId === null || wanted === '') return { rows: [], isSearching: false };
  if (reading.state !== 'ready') return { rows: [], isSearching: reading.state === 'loading' };
  const { devices, matching } = reading.value;
  const isSearching = reading.input.search !== wanted;
  // What an earlier query found stays while it fits, so that nothing jumps.
  const shown = isSearching ? devices.filter((device) => matches(partsOf(wanted), wordsOf(device))) : devices;
  const more = isSearching || matching <= devices.length ? [] : [moreRow(wanted, matching)];
  return { rows: [...shown.map(rowOf), ...more], isSearching };
}

function rowOf(device: DeviceView): PaletteRow {
  const { id, nextStep, assignedUserName, assignedUser, groupTag, deviceName } = device;
  return {
    id: `device ${id}`,
    label: deviceTitle(device),
    detail: [modelName(device), deviceName, assignedUserName ?? assignedUser, groupTag, nextStepTitle(nextStep)]
      .filter((part) => part !== null)
      .join(' · '),
    alsoCalled: '',
    reason: null,
    Icon: LaptopRegular,
    key: null,
    isSerial: true,
    choose: () => goTo({ page: 'device', id }),
  };
}

function moreRow(search: string, matching: number): PaletteRow {
  return {
    id: 'devices',
    label: paletteText.showAll(matching),
    detail: null,
    alsoCalled: '',
    reason: null,
    Icon: TableSimpleRegular,
    key: null,
    isSerial: false,
    choose: () => {
      clearFilters();
      changeFilter({ search });
      goTo(queueAddress);
    },
  };
}

/** What the queue searches, as far as the page knows it. */
function wordsOf(device: DeviceView): readonly string[] {
  const { manufacturer, model, groupTag, deviceName, assignedUser, assignedUserName } = device;
  return [deviceTitle(device), manufacturer, model, groupTag, deviceName, assignedUser, assignedUserName].map(
    (word) => word ?? '',
  );
}
