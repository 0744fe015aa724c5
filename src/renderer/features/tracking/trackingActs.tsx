import { ArrowClockwiseRegular, ArrowSyncRegular, DocumentCheckmarkRegular } from '@fluentui/react-icons';
import { syncAnswerWords } from '../../../shared/tracking/syncWords.ts';
import type { Act, ActOf } from '../../acts/act.ts';
import { tenantText } from '../../text/tenants.ts';
import { expectText, refreshText, syncText } from '../../text/tracking.ts';
import { canReach } from '../tenants/canReach.ts';
import { ExpectProfileDialog } from './ExpectProfileDialog.tsx';

const expectProfile: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'tracking.expectProfile',
  label: expectText.act,
  Icon: DocumentCheckmarkRegular,
  menu: 'change',
  dialog: ({ detail }, onClose) => <ExpectProfileDialog device={detail.device} onClose={onClose} />,
};

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
  allowed: ({ tenant }) => canReach(tenant) || tenantText.isSignedOut,
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
