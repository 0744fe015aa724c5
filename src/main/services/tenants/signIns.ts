import type { z } from 'zod';
import type { signInProgress } from '../../../shared/tenants/tenant.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { signInScopes } from '../../graph/signIn/signInScopes.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';
import { signInProblem } from '../../graph/signIn/signInProblem.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';
import type { ServiceContext } from '../serviceContext.ts';

type SignInProgress = z.infer<typeof signInProgress>;
export type SignIns = ReturnType<typeof createSignIns>;

/** How long a sign-in may take. Whoever has not finished by then has closed the browser, or let the code run out. */
const patienceMinutes = { browser: 5, deviceCode: 15 } as const;
const idle: SignInProgress = { state: 'idle', deviceCode: null, url: null, problem: null };

interface Way {
  readonly method: 'browser' | 'deviceCode';
  /** A permission to ask for besides; null for none. */
  readonly scope: Permission | null;
}

/** Runs sign-ins in the background, one per tenant at most, and tells how they stand. */
export function createSignIns({ audit, connections, ports, publish, sessions, store, tenants, who }: ServiceContext) {
  const progress = new Map<string, SignInProgress>();
  const running = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();

  function report(tenantId: string, now: SignInProgress): void {
    progress.set(tenantId, now);
    publish('signIn.changed');
  }

  async function run(tenant: TenantRecord, way: Way, stop: AbortController): Promise<void> {
    const { method } = way;
    const minutes = patienceMinutes[method];
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(minutes * 60_000)]);
    try {
      const account = await signIn(tenant, way, signal);
      store.write(() => {
        tenants.setAccount(tenant.id, account);
        const as = account === null ? '' : ` as ${account}`;
        const asked = way.scope === null ? '' : `, with the permission ${way.scope}`;
        const people = account?.includes('@') === true ? [account] : [];
        const sentence = `Signed in to ${tenant.name}${as}${asked}.`;
        audit.add({ who: who(), action: 'tenants.signIn', sentence, tenants: [tenant.id], people });
      });
      report(tenant.id, { ...idle, state: 'done' });
    } catch (error) {
      if (stop.signal.aborted) report(tenant.id, idle);
      else {
        ports.log.warn('signIn.failed', { tenantId: tenant.id, method });
        const problem = signal.aborted
          ? `Nobody finished the sign-in within ${neutralFormatter.minutes(minutes * 60_000)}; start it again.`
          : signInProblem(error);
        report(tenant.id, { ...idle, state: 'failed', problem });
      }
    } finally {
      running.delete(tenant.id);
      connections.reset(tenant.id);
      publish('tenants.changed');
    }
  }

  async function signIn(tenant: TenantRecord, { method, scope }: Way, signal: AbortSignal): Promise<string | null> {
    const { kind, session } = sessions.of(tenant);
    if (kind === 'certificate') {
      await session.accessToken({ scope: scope ?? 'User.Read', fresh: true, claims: null, signal });
      return session.account();
    }
    const wish = { scopes: scope === null ? signInScopes : [...signInScopes, scope], keepsAccount: scope !== null };
    if (method === 'browser') {
      return session.signInWithBrowser(
        wish,
        async (url) => {
          report(tenant.id, { ...idle, state: 'browser', url });
          await ports.openExternal(url).catch(() => {
            // The address is shown too, so that a person can open it.
            ports.log.warn('signIn.browserNotOpened', { tenantId: tenant.id });
          });
        },
        signal,
      );
    }
    return session.signInWithDeviceCode(
      wish,
      ({ userCode, verificationUri, expiresAt }) => {
        const deviceCode = { userCode, verificationUri, expiresAt: expiresAt.toISOString() };
        report(tenant.id, { ...idle, state: 'deviceCode', deviceCode });
      },
      signal,
    );
  }

  async function stop(tenantId: string): Promise<void> {
    const current = running.get(tenantId);
    if (current === undefined) return;
    current.stop.abort();
    // MSAL notices only before its next poll; the person need not wait to see it.
    report(tenantId, idle);
    await current.done;
  }

  return {
    /** Begins; what happens then is told by `signIn.changed`. One that runs already is given up for the new one. */
    async start(tenant: TenantRecord, way: Way): Promise<SignInProgress> {
      await stop(tenant.id);
      report(tenant.id, { ...idle, state: way.method });
      const controller = new AbortController();
      running.set(tenant.id, { stop: controller, done: run(tenant, way, controller) });
      publish('tenants.changed');
      return this.progressOf(tenant.id);
    },
    progressOf: (tenantId: string): SignInProgress => progress.get(tenantId) ?? idle,
    isRunning: (tenantId: string): boolean => running.has(tenantId),
    stop,
    stopAll: async (): Promise<void> => {
      await Promise.all([...running.keys()].map(stop));
    },
  };
}
