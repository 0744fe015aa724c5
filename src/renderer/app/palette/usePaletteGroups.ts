import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { Act, AtHand, DeviceAtHand, SelectionAtHand } from '../../acts/act.ts';
import { useActs } from '../../acts/actsContext.ts';
import { useAtHand } from '../../acts/atHand.ts';
import { offersOn, type Offer } from '../../acts/offer.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { nextStepActs } from '../../features/devices/page/nextStepActs.ts';
import { activateTenant } from '../../features/tenants/tenantActs.tsx';
import { paletteText } from '../../text/palette.ts';
import { shellText } from '../../text/shell.ts';
import { goTo } from '../navigation.ts';
import { places } from '../places.ts';
import { useWorkspace } from '../workspace.ts';
import { groupsFor, type PaletteGroup, type PaletteRow } from './paletteGroups.ts';
import { useFoundDevices } from './useFoundDevices.ts';

/** The key that does the next step of a device. */
const NEXT_STEP_KEY = 'N';

interface Palette {
  readonly groups: readonly PaletteGroup[];
  readonly isSearching: boolean;
}

/** Everything that can be chosen for a query: acts on what is at hand, places, devices, and other acts. */
export function usePaletteGroups(query: string): Palette {
  const workspace = useWorkspace();
  const { tenant, tenants } = workspace;
  const { acts, run } = useActs();
  const { onScreen } = useAtHand();
  const found = useFoundDevices(tenant?.id ?? null, query);
  const reading = useProcedure('jobs.status', tenant === null ? {} : { tenantId: tenant.id }, [
    'jobs.changed',
    'tenants.changed',
  ]);
  const status = reading.state === 'ready' ? reading.value : null;
  const rowOf = (offer: Offer): PaletteRow => actRow(offer, () => run(offer));

  const first = onScreen?.kind === 'device' ? firstActs(onScreen) : [];
  const here = onScreen === null ? [] : offersOn(withFirst(acts, first), [onScreen], workspace).map(rowOf);
  const elsewhere = offersOn(
    acts,
    [...tenants.map((each): AtHand => ({ kind: 'tenant', tenant: each, status })), { kind: 'reseal', status }],
    workspace,
  )
    // For other tenants only one act is offered here: to work for them.
    .filter(({ act, on }) => on.kind !== 'tenant' || on.tenant.active !== (act === activateTenant));

  return {
    isSearching: found.isSearching,
    groups: groupsFor(query, [
      {
        title: onScreen === null ? '' : titleOf(onScreen),
        rows: here.map((row, index) => (index === 0 && first.length > 0 ? { ...row, key: NEXT_STEP_KEY } : row)),
      },
      { title: paletteText.goTo, rows: placeRows },
      { title: paletteText.devices, rows: found.rows, isFound: true },
      { title: paletteText.others, rows: elsewhere.map(rowOf) },
    ]),
  };
}

const placeRows: readonly PaletteRow[] = places.map(({ name, address, Icon }, index) => ({
  id: `place ${name}`,
  label: shellText.places[name],
  detail: paletteText.inside[name],
  alsoCalled: '',
  reason: null,
  Icon,
  key: String(index + 1),
  isSerial: false,
  choose: () => goTo(address),
}));

function actRow({ id, act, on, label, reason }: Offer, choose: () => void): PaletteRow {
  return {
    id,
    label,
    // The name of a tenant that stands in the label already is not said twice.
    detail: on.kind === 'tenant' && !label.includes(on.tenant.name) ? on.tenant.name : null,
    alsoCalled: act.alsoCalled ?? '',
    reason,
    Icon: act.Icon,
    key: act.key?.press ?? null,
    isSerial: false,
    choose,
  };
}

/** The acts of the next step stand first: they are what one most likely wants. */
function firstActs({ detail: { device } }: DeviceAtHand): readonly Act[] {
  const { main, beside } = nextStepActs(device);
  return [...main, ...beside].filter(({ appliesTo }) => appliesTo === 'device' || appliesTo === 'devices');
}

function withFirst(acts: readonly Act[], first: readonly Act[]): readonly Act[] {
  return [...first, ...acts.filter((act) => !first.includes(act))];
}

function titleOf(onScreen: DeviceAtHand | SelectionAtHand): string {
  return onScreen.kind === 'device'
    ? paletteText.forDevice(deviceTitle(onScreen.detail.device))
    : paletteText.forSelection(onScreen.ids.length);
}
