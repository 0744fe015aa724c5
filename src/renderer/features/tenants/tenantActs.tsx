import {
  AddRegular,
  ArrowSwapRegular,
  BoxRegular,
  DeleteRegular,
  EditRegular,
  HatGraduationRegular,
  LaptopRegular,
  PersonKeyRegular,
  PlugConnectedRegular,
  PlugDisconnectedRegular,
  SlideTextPersonRegular,
  SendRegular,
  ShieldCheckmarkRegular,
  SignOutRegular,
} from '@fluentui/react-icons';
import { isConnected } from '../../../shared/tenants/connected.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import type { Act, ActOf } from '../../acts/act.ts';
import { queueAddress } from '../../app/address.ts';
import { goTo } from '../../app/navigation.ts';
import { moodText, playText, tourText } from '../../text/play.ts';
import { laneText, tenantText } from '../../text/tenants.ts';
import { AddTenant } from './AddTenant.tsx';
import { ChangeTenantDialog } from './ChangeTenantDialog.tsx';
import { CheckPermissions } from './CheckPermissions.tsx';
import { Connect } from './Connect.tsx';
import { LetSendDialog } from './LetSendDialog.tsx';
import { MoodDialog } from './MoodDialog.tsx';
import { showPretendDevice } from './pretend/pretendDevices.ts';
import { reachable } from './reachable.ts';
import { RemoveTenantDialog } from './RemoveTenantDialog.tsx';
import { SignInDialog } from './SignInDialog.tsx';

export const activateTenant: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.activate',
  label: ({ tenant }) => tenantText.switchTo(tenant.name),
  short: tenantText.activate,
  Icon: ArrowSwapRegular,
  allowed: ({ tenant }) => !tenant.active || tenantText.isActive,
  async run({ tenant }, { command, notify }) {
    const outcome = await command('tenants.activate', { id: tenant.id });
    if (outcome.ok) notify.done(tenantText.nowActive(tenant.name));
  },
};

export const signIn: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.signIn',
  label: tenantText.signInAct,
  Icon: PersonKeyRegular,
  allowed: ({ tenant }) => {
    if (!isForPeople(tenant)) return tenantText.noSignInToDo;
    if (tenant.signIn.state === 'notConnected') return laneText.notConnected;
    return tenant.signIn.state !== 'signedIn' || tenantText.isSignedIn;
  },
  dialog: ({ tenant }, onClose) => <SignInDialog tenant={tenant} onClose={onClose} />,
};

export const connectTenant: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.connect',
  label: ({ tenant }) => laneText.connect(tenant.name),
  Icon: PlugConnectedRegular,
  alsoCalled: laneText.connectOtherwise,
  allowed: ({ tenant }) => !isConnected(tenant) || laneText.isConnected,
  dialog: ({ tenant }, onClose) => <Connect tenant={tenant} onClose={onClose} />,
};

export const letSend: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.letSend',
  label: laneText.letSend,
  Icon: SendRegular,
  allowed: ({ tenant }) => {
    if (!isConnected(tenant)) return laneText.notConnected;
    return tenant.sendsSince === null || laneText.sendsAlready;
  },
  dialog: ({ tenant }, onClose) => <LetSendDialog tenant={tenant} onClose={onClose} />,
};

export const signOut: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.signOut',
  label: tenantText.signOut,
  Icon: SignOutRegular,
  allowed: ({ tenant }) => (isForPeople(tenant) && tenant.signIn.state === 'signedIn') || tenantText.isSignedOut,
  async run({ tenant }, { command, notify }) {
    const outcome = await command('tenants.signOut', { id: tenant.id });
    if (outcome.ok) notify.done(tenantText.signedOut(tenant.name));
  },
};

export const checkPermissions: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.checkPermissions',
  label: tenantText.checkPermissions,
  Icon: ShieldCheckmarkRegular,
  allowed: ({ tenant }) => reachable(tenant),
  dialog: ({ tenant }, onClose) => <CheckPermissions tenant={tenant} onClose={onClose} />,
};

export const changeTenant: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.change',
  label: tenantText.change,
  Icon: EditRegular,
  dialog: ({ tenant }, onClose) => <ChangeTenantDialog tenant={tenant} onClose={onClose} />,
};

export const removeTenant: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'tenants.remove',
  label: ({ tenant }) => tenantText.removeNamed(tenant.name),
  short: tenantText.remove,
  Icon: DeleteRegular,
  dialog: ({ tenant }, onClose) => <RemoveTenantDialog tenant={tenant} onClose={onClose} />,
};

export const addPractice: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'tenants.addPractice',
  label: tenantText.addPractice,
  Icon: HatGraduationRegular,
  allowed: (_, { tenants }) => !tenants.some(({ kind }) => kind === 'practice') || tenantText.hasPractice,
  async run(_, { command }) {
    await command('tenants.addPractice', {});
  },
};

/** Invented devices, in the practice tenant, which comes too where it is not there; the queue then shows them. The first time, the tour begins. */
export const addSamples: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'tenants.addSamples',
  label: playText.addSamples,
  busy: () => playText.addingSamples,
  Icon: HatGraduationRegular,
  alsoCalled: playText.samplesOtherwise,
  async run(_, { command, notify }) {
    const tenant = await command('tenants.addPractice', {});
    if (!tenant.ok) return;
    const outcome = await command('tenants.addSamples', { id: tenant.value.id });
    if (!outcome.ok) return;
    const { added, known, boxes } = outcome.value;
    notify.done(added === 0 ? playText.samplesKnown(boxes) : playText.samplesAdded(added, known, boxes));
    if (known === 0) await command('settings.write', { isTouring: true });
    goTo(queueAddress);
  },
};

/** The device at hand, where there is none: its screen beside the page. */
export const playDevice: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'tenants.playDevice',
  label: playText.play,
  Icon: LaptopRegular,
  alsoCalled: playText.playOtherwise,
  menu: 'look',
  allowed: ({ detail: { device } }, { tenants }) => {
    if (!tenants.some(({ id, kind }) => id === device.tenantId && kind === 'practice')) return playText.notPractice;
    return device.ztdId !== null || playText.notRegistered;
  },
  run({ detail: { device } }) {
    if (device.ztdId === null) return;
    showPretendDevice(device.tenantId, { ztdId: device.ztdId, serialNumber: device.serialNumber ?? '' });
  },
};

/** A device that its maker has registered, and the queue does not know. */
export const openBox: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'tenants.openBox',
  label: playText.openBox,
  Icon: BoxRegular,
  alsoCalled: playText.openBoxOtherwise,
  allowed: (_, { tenants }) => tenants.some(({ kind }) => kind === 'practice') || playText.noPractice,
  async run(_, { command }) {
    const tenant = await command('tenants.addPractice', {});
    if (tenant.ok) showPretendDevice(tenant.value.id, null);
  },
};

/** Five steps from a file to a sealed box. */
export const takeTour: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'tenants.takeTour',
  label: tourText.act,
  Icon: SlideTextPersonRegular,
  alsoCalled: tourText.also,
  async run(_, { command }) {
    const tenant = await command('tenants.addPractice', {});
    if (!tenant.ok) return;
    await command('tenants.activate', { id: tenant.value.id });
    const outcome = await command('settings.write', { isTouring: true });
    if (outcome.ok) goTo(queueAddress);
  },
};

/** Practising with a Microsoft that fails. */
export const chooseMood: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'tenants.setPracticeMood',
  label: moodText.act,
  Icon: PlugDisconnectedRegular,
  alsoCalled: moodText.also,
  allowed: (_, { tenants }) => tenants.some(({ kind }) => kind === 'practice') || playText.noPractice,
  dialog: (_, onClose) => <MoodDialog onClose={onClose} />,
};

export const addTenant: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'tenants.add',
  label: tenantText.add,
  Icon: AddRegular,
  dialog: (_, onClose) => <AddTenant onClose={onClose} />,
};

/** Whether people sign in to it: the practice tenant needs nobody, and a certificate signs in by itself. */
function isForPeople({ kind, signIn: { by } }: TenantView): boolean {
  return kind !== 'practice' && by === 'person';
}

export const tenantActs: readonly Act[] = [
  activateTenant,
  connectTenant,
  letSend,
  signIn,
  signOut,
  checkPermissions,
  changeTenant,
  removeTenant,
  addPractice,
  addSamples,
  takeTour,
  openBox,
  chooseMood,
  playDevice,
  addTenant,
];
