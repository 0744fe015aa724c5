import { randomUUID } from 'node:crypto';
import type { Clock, Log } from '../ports.ts';
import type { GraphAnswer, GraphCall } from './graphCall.ts';
import { GraphError } from './graphError.ts';
import { fullBucket, heldForMs, holdBucket, takeFromBucket, type RateBucket, type RateLimit } from './rateBudget.ts';
import { callBackOffMs, LONGEST_PATIENCE_MS, retryWaitMs } from './retryPolicy.ts';
import type { Permission } from '../../shared/directory/permissions.ts';
import { download } from './download.ts';
import { exchange } from './transport.ts';

/** Gives the token that a call is sent with. `fresh` after Graph has refused the one given before. */
export type AccessToken = (wanted: {
  readonly scope: Permission;
  readonly fresh: boolean;
  /** What Graph wants the token to show, as JSON, where it has said so in a refusal; null otherwise. */
  readonly claims: string | null;
  readonly signal: AbortSignal;
}) => Promise<string>;

export interface GraphClientOptions {
  /** `https://graph.microsoft.com`, without a version and without a trailing slash. */
  readonly rootUrl: string;
  readonly accessToken: AccessToken;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** How much faster than real the tenant's clock runs: 1 except for a practice tenant. */
  readonly speed: number;
  /** 0 to 1, for the jitter of retries. */
  readonly random: () => number;
}

/**
 * The way to one tenant's Microsoft Graph. Reads are repeated a few times where that may help; a write is sent once
 * (twice where the token had run out), since the outbox decides about its next attempt.
 */
export interface GraphClient {
  /**
   * @throws GraphError when Graph refuses or cannot be reached
   * @throws the signal's reason when it aborts
   */
  readonly send: (call: GraphCall, signal: AbortSignal) => Promise<GraphAnswer>;
  /**
   * The file that an answer points to, on a server of Microsoft’s for files: without the token, which that server must not get.
   * @throws GraphError when it cannot be had; the address is a secret and in no message
   */
  readonly download: (url: string, signal: AbortSignal) => Promise<Uint8Array>;
  /**
   * Holds back calls of this kind for so long, in milliseconds of the tenant's clock: the server asked for it inside an
   * answer.
   */
  readonly hold: (call: GraphCall, forMs: number) => void;
  /** A refusal that came inside an answer, in the words that fit the tenant. */
  readonly explain: (error: GraphError, call: Pick<GraphCall, 'version' | 'scope'>) => GraphError;
  readonly clock: Clock;
  readonly log: Log;
  /** Converts milliseconds of the tenant's clock to real milliseconds. */
  readonly pace: (milliseconds: number) => number;
}

/**
 * Stays below Microsoft's published limits, because Intune throttles earlier than it says (enrollment: 100 writes and
 * 1,000 requests in 20 s for one app and tenant). Five whole batches of twenty writes never fall into 20 s.
 */
const limits: Readonly<Record<BudgetName, RateLimit>> = {
  'intune read': { perSecond: 25, burst: 50 },
  'intune write': { perSecond: 4, burst: 10 },
  'directory read': { perSecond: 25, burst: 50 },
  'directory write': { perSecond: 4, burst: 10 },
};
type BudgetName = `${'intune' | 'directory'} ${'read' | 'write'}`;

/** A client with request budgets of its own. Make one per tenant and process: two would exceed Intune's limits together. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { clock, log, speed } = options;
  const root = new URL(options.rootUrl);
  const buckets = new Map<BudgetName, RateBucket>();
  const pace = (milliseconds: number): number => milliseconds / speed;
  const tenantNowMs = (): number => clock.monotonicMs() * speed;

  const bucketOf = (name: BudgetName): RateBucket => buckets.get(name) ?? fullBucket(limits[name], tenantNowMs());

  const budgetOf = (call: GraphCall): BudgetName =>
    `${areaOf(addressOf(root, call))} ${isRead(call) ? 'read' : 'write'}`;
  const holdBudget = (name: BudgetName, forMs: number): void =>
    void buckets.set(name, holdBucket(bucketOf(name), forMs, tenantNowMs()));

  async function waitForBudget(name: BudgetName, cost: number, signal: AbortSignal): Promise<void> {
    const heldMs = heldForMs(bucketOf(name), tenantNowMs());
    if (heldMs > LONGEST_PATIENCE_MS) {
      throw new GraphError('Microsoft asks Reseal to slow down; it goes on by itself a little later.', {
        kind: 'throttled',
        code: 'held',
        retryAfterMs: heldMs,
      });
    }
    const taken = takeFromBucket(bucketOf(name), limits[name], cost, tenantNowMs());
    buckets.set(name, taken.bucket);
    if (taken.waitMs > 0) await clock.wait(pace(taken.waitMs), signal);
    signal.throwIfAborted();
  }

  async function send(call: GraphCall, signal: AbortSignal): Promise<GraphAnswer> {
    const url = addressOf(root, call);
    const budget = budgetOf(call);
    let fresh = false;
    let claims: string | null = null;
    for (let attempt = 1; ; attempt += 1) {
      await waitForBudget(budget, call.cost ?? 1, signal);
      const clientRequestId = randomUUID();
      try {
        const token = await options.accessToken({ scope: call.scope, fresh, claims, signal });
        return await exchange(options.fetch, clock, { call, url, token, clientRequestId }, signal);
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        if (error.kind === 'throttled') {
          holdBudget(budget, error.retryAfterMs ?? callBackOffMs(attempt, 0));
        }
        const failed = { failure: error, attempt, isRead: isRead(call), hadFreshToken: fresh };
        const waitMs = retryWaitMs(failed, options.random());
        const { kind, status, code, requestId } = error;
        const facts = {
          method: call.method,
          endpoint: endpointOf(url),
          kind,
          status,
          code,
          requestId,
          clientRequestId,
        };
        log.warn(waitMs === null ? 'graph.failed' : 'graph.retrying', { ...facts, attempt });
        if (waitMs === null) throw error;
        fresh ||= error.kind === 'unauthorized';
        claims = error.claims ?? claims;
        await clock.wait(pace(waitMs), signal);
        signal.throwIfAborted();
      }
    }
  }

  return {
    send,
    download: (url, signal) => download(options.fetch, root, url, signal),
    hold: (call, forMs) => holdBudget(budgetOf(call), forMs),
    explain: (error) => error,
    clock,
    log,
    pace,
  };
}

const isRead = (call: GraphCall): boolean => call.method === 'GET' || call.isRead === true;

/** @throws GraphError `protocol` for the address of a next page on another server, which must not get the token */
function addressOf(root: URL, { version, path }: GraphCall): URL {
  if (path.startsWith('/')) return new URL(`${root.href.replace(/\/$/, '')}/${version}${path}`);
  const url = URL.canParse(path) ? new URL(path) : null;
  if (url?.origin === root.origin) return url;
  throw new GraphError('Microsoft Graph pointed to another server for the next page; Reseal does not follow it.', {
    kind: 'protocol',
    code: 'foreignNextLink',
  });
}

function areaOf(url: URL): 'intune' | 'directory' {
  return url.pathname.includes('/deviceManagement') ||
    url.pathname.includes('/deviceAppManagement') ||
    url.pathname.endsWith('/$batch')
    ? 'intune'
    : 'directory';
}

/** The path without ids, addresses and query, for the log. */
function endpointOf(url: URL): string {
  return url.pathname
    .split('/')
    .map((segment) => (/^(v1\.0|beta|\$?[a-zA-Z]*)$/.test(segment) ? segment : '*'))
    .join('/');
}
