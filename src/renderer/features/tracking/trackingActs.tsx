import { ArrowClockwiseRegular, ArrowSyncRegular, DocumentCheckmarkRegular } from '@fluentui/react-icons';
import { syncAnswerWords } from '../../../shared/tracking/syncWords.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { idsOf, type Act, type ActOf, type DeviceAtHand, type SelectionAtHand } from '../../acts/act.ts';
import { expectText, refreshText, syncText } from '../../text/tracking.ts';
import { reachable } from '../tenants/reachable.ts';
import { ExpectProfileDialog } from './ExpectProfileDialog.tsx';

const expectProfile: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'tracking.expectProfile',
  label: expectText.act,
  Icon: DocumentCheckmarkRegular,
  menu: 'change',
  bar: 'more',
  dialog: (on, onClose) => <ExpectProfileDialog {...expectedOf(on)} deviceIds={idsOf(on)} onClose={onClose} />,
};

/** Of one device what is expected or assigned is proposed; of many nothing is. */
function expectedOf(on: DeviceAtHand | SelectionAtHand) {
  if (on.kind === 'selection') {
    return { title: expectText.titleOfMany(on.ids.length), tenantId: on.tenantId, present: '' };
  }
  const { device } = on.detail;
  const present = device.expectation?.name ?? device.profileName ?? '';
  return { title: expectText.title(deviceTitle(device)), tenantId: device.tenantId, present };
}

/** Asks Microsoft about a device now. */
export const refresh: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'tracking.refresh',
  label: refreshText.act,
  short: refreshText.now,
  Icon: ArrowClockwiseRegular,
  menu: 'look',
  async run({ detail: { device } }, { command, notify }) {
    const outcome = await command('tracking.refresh', { tenantId: device.tenantId, deviceIds: [device.id] });
    if (outcome.ok) notify.done(refreshText.deviceDone(outcome.value.changed));
  },
};

/** Reads a whole tenant anew, and every device of the queue in full. */
export const refreshTenantAct: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tracking.refreshTenant',
  label: refreshText.act,
  busy: () => refreshText.running,
  Icon: ArrowClockwiseRegular,
  allowed: ({ tenant }) => reachable(tenant),
  async run({ tenant }, { command, notify }) {
    const outcome = await command('tracking.refresh', { tenantId: tenant.id });
    if (!outcome.ok) return;
    const { read, changed, failed, isWhole } = outcome.value;
    if (failed > 0) notify.warn(refreshText.failed(failed));
    else if (isWhole) notify.done(refreshText.done(read, changed));
    else notify.warn(refreshText.endedEarly);
  },
};

/** Asks Intune to synchronise with the list of Windows Autopilot. */
export const sync: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tracking.sync',
  label: syncText.act,
  Icon: ArrowSyncRegular,
  menu: 'look',
  allowed: ({ status }) => status === null || !isTooEarly(status.syncAllowedAt) || syncText.hint,
  async run({ tenant }, { command, notify }) {
    const outcome = await command('tracking.sync', { tenantId: tenant.id });
    if (!outcome.ok) return;
    const { state } = outcome.value;
    if (state === 'queued') notify.done(syncAnswerWords[state]);
    else notify.warn(syncAnswerWords[state]);
  },
};

function isTooEarly(allowedAt: string | null): boolean {
  return allowedAt !== null && Date.parse(allowedAt) > Date.now();
}

export const trackingActs: readonly Act[] = [expectProfile, refresh, refreshTenantAct, sync];
