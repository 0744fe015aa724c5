import { AppError } from '../../../shared/outcome/appError.ts';
import type { IntakeHandlers } from '../../../shared/api/contract/intake.ts';
import type { TenantHandlers } from '../../../shared/api/contract/tenants.ts';
import { isConnected } from '../../../shared/tenants/connected.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { isPermission } from '../../../shared/directory/permissions.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';
import type { NewTenant, TenantRecord } from '../../store/tenantStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import type { SignIns } from './signIns.ts';
import { enteredBinding, unbound } from './enteredBinding.ts';
import { createPracticeProcedures } from './practiceProcedures.ts';
import { refuseUnconnected } from './refuseUnconnected.ts';
import { setPracticeSpeed } from './practiceSpeed.ts';

const practiceTenant: NewTenant = {
  kind: 'practice',
  name: 'Practice tenant',
  colour: 'teal',
  ...unbound,
};

/** The tenants of this bench, and who is signed in to each. */
export function createTenantsService(
  context: ServiceContext,
  signIns: SignIns,
  intake: () => Promise<IntakeHandlers>,
): TenantHandlers {
  const { audit, connections, formatter, outbox, ports, publish, secretBox, sessions, store, tenants, who } = context;

  function existing(id: string): TenantRecord {
    const tenant = tenants.get(id);
    if (tenant === null) throw new AppError('not-found', 'There is no such tenant; it may have been removed.');
    return tenant;
  }

  async function viewOf(id: string): Promise<TenantView> {
    const tenant = existing(id);
    return {
      id,
      kind: tenant.kind,
      name: tenant.name,
      colour: tenant.colour,
      cloud: tenant.cloud,
      directoryId: tenant.directoryId,
      clientId: tenant.clientId,
      active: tenant.active,
      signIn: await signInOf(tenant),
      sendsSince: tenant.sendsSince,
      lastRefreshedAt: tenant.lastRefreshedAt,
      devices: tenants.devicesOf(id),
    };
  }

  async function signInOf(tenant: TenantRecord): Promise<TenantView['signIn']> {
    if (tenant.kind === 'practice') return practiceSignIn;
    if (!isConnected(tenant)) return { state: 'notConnected', account: null, tokens: secretBox.kind, by: 'person' };
    const { kind, session } = sessions.of(tenant);
    const tokens = kind === 'certificate' ? 'memory' : secretBox.kind;
    const account = await session.account();
    const by = kind === 'certificate' ? 'certificate' : 'person';
    if (signIns.isRunning(tenant.id)) return { state: 'signingIn', account, tokens, by };
    if (account === null) return { state: 'signedOut', account: tenant.account, tokens, by };
    return { state: connections.isExpired(tenant.id) ? 'expired' : 'signedIn', account, tokens, by };
  }

  /** @param sends whether its changes may be sent at once */
  function add(tenant: NewTenant, sends: boolean): string {
    return store.write(() => {
      const id = tenants.add(tenant, sends);
      if (tenants.all().length === 1) tenants.activate(id);
      audit.add({ who: who(), action: 'tenants.add', sentence: `Added the tenant ${tenant.name}.`, tenants: [id] });
      return id;
    });
  }

  function refuseToConnect(tenant: TenantRecord): void {
    if (!isConnected(tenant)) return;
    throw new AppError('blocked', `${tenant.name} is connected already.`, {
      remedy: 'Add a customer of its own for another tenant: devices never change tenants unseen.',
    });
  }

  function refuseToRemove(tenant: TenantRecord): void {
    const devices = tenants.devicesOf(tenant.id);
    if (devices === 0) return;
    const are = devices === 1 ? 'is 1 device' : `are ${formatter.number(devices)} devices`;
    throw new AppError('blocked', `There ${are} of ${tenant.name} in the queue.`, {
      remedy: 'Take them off the queue first, then remove the tenant.',
    });
  }

  async function forget(tenant: TenantRecord): Promise<void> {
    await signIns.stop(tenant.id);
    if (tenant.kind === 'entra' && isConnected(tenant)) await sessions.of(tenant).session.signOut();
    connections.reset(tenant.id);
  }

  return {
    'tenants.list': async () => ({ tenants: await Promise.all(tenants.all().map(({ id }) => viewOf(id))) }),

    async 'tenants.addPractice'({ speed }) {
      const known = tenants.all().find((tenant) => tenant.kind === 'practice');
      const id = known?.id ?? add(practiceTenant, true);
      store.write(() => tenants.activate(id));
      if (speed !== undefined) {
        await setPracticeSpeed(context, speed);
        connections.reset(id);
      }
      publish('tenants.changed');
      return viewOf(id);
    },

    async 'tenants.add'({ name, colour, ...entered }) {
      const binding = await enteredBinding(entered, ports.clock.now());
      const id = add({ kind: 'entra', name, colour, ...binding }, true);
      publish('tenants.changed');
      return viewOf(id);
    },

    'tenants.addLane'(look) {
      const id = add({ kind: 'entra', ...look, ...unbound }, false);
      publish('tenants.changed');
      return viewOf(id);
    },

    async 'tenants.connect'({ id, ...entered }) {
      refuseToConnect(existing(id));
      const binding = await enteredBinding(entered, ports.clock.now());
      store.write(() => {
        const tenant = existing(id);
        refuseToConnect(tenant);
        tenants.bind(id, binding);
        const sentence = `Connected ${tenant.name} to the tenant ${entered.directoryId}.`;
        audit.add({ who: who(), action: 'tenants.connect', sentence, tenants: [id] });
      });
      connections.reset(id);
      publish('tenants.changed');
      return viewOf(id);
    },

    'tenants.letSend'({ id }) {
      const tenant = existing(id);
      refuseUnconnected(tenant);
      store.write(() => {
        tenants.letSend(id);
        const sentence = `Let the changes of ${tenant.name} be sent to Microsoft.`;
        if (tenant.sendsSince === null) audit.add({ who: who(), action: 'tenants.letSend', sentence, tenants: [id] });
      });
      outbox.wake();
      publish('tenants.changed');
      publish('jobs.changed');
      return viewOf(id);
    },

    'tenants.update'({ id, name, colour }) {
      const tenant = existing(id);
      store.write(() => {
        tenants.changeLook(id, { name: name ?? tenant.name, colour: colour ?? tenant.colour });
        if (name === undefined || name === tenant.name) return;
        const sentence = `Renamed the tenant ${tenant.name} to ${name}.`;
        audit.add({ who: who(), action: 'tenants.update', sentence, tenants: [id] });
      });
      publish('tenants.changed');
      return viewOf(id);
    },

    'tenants.activate'({ id }) {
      existing(id);
      store.write(() => tenants.activate(id));
      publish('tenants.changed');
      return viewOf(id);
    },

    async 'tenants.remove'({ id }) {
      const tenant = existing(id);
      refuseToRemove(tenant);
      await forget(tenant);
      store.write(() => {
        refuseToRemove(tenant);
        tenants.remove(id);
        const next = tenants.all()[0];
        if (tenant.active && next !== undefined) tenants.activate(next.id);
        audit.add({
          who: who(),
          action: 'tenants.remove',
          sentence: `Removed the tenant ${tenant.name}.`,
          tenants: [id],
        });
      });
      publish('tenants.changed');
      return {};
    },

    'tenants.signIn': ({ id, method, permission }) => {
      const tenant = existing(id);
      if (tenant.kind === 'practice') throw new AppError('unsupported', 'The practice tenant needs no sign-in.');
      refuseUnconnected(tenant);
      return signIns.start(tenant, { method, scope: scopeOf(permission) });
    },
    'tenants.signInProgress': ({ id }) => signIns.progressOf(id),
    async 'tenants.cancelSignIn'({ id }) {
      await signIns.stop(id);
      return {};
    },
    async 'tenants.signOut'({ id }) {
      const tenant = existing(id);
      await forget(tenant);
      store.write(() => {
        tenants.setAccount(id, null);
        audit.add({ who: who(), action: 'tenants.signOut', sentence: `Signed out of ${tenant.name}.`, tenants: [id] });
      });
      publish('tenants.changed');
      return viewOf(id);
    },

    ...createPracticeProcedures(context, intake),
  };
}

const practiceSignIn: TenantView['signIn'] = { state: 'signedIn', account: null, tokens: 'memory', by: 'person' };

function scopeOf(permission: string | undefined): Permission | null {
  if (permission === undefined) return null;
  if (isPermission(permission)) return permission;
  throw new AppError('invalid-input', `Reseal has no use for the permission ${permission}.`);
}
