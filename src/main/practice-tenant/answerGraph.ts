import { randomUUID } from 'node:crypto';
import { effectOf, type FaultPlan, type Faults } from './faults.ts';
import { settle } from './lifecycle/settle.ts';
import { authenticate, authorize, missingRole, tokenExpired } from './oauth/authenticate.ts';
import { answerBatch, isBatch } from './protocol/batch.ts';
import { readGraphPath } from './protocol/graphPath.ts';
import { graphErrorBody } from './protocol/graphErrorBody.ts';
import {
  PracticeError,
  okWithoutBody,
  type PracticeAnswer,
  type GraphOutcome,
  type GraphRequest,
  type JsonObject,
} from './protocol/graphMessages.ts';
import { matchRoute, type Route } from './protocol/routes.ts';
import type { RequestStats } from './requestStats.ts';
import type { Tenant } from './tenant.ts';
import type { Throttle } from './throttle.ts';

/** A request as it came over the wire, or out of a batch. */
export interface PracticeCall {
  readonly method: string;
  /** With the version, still percent-encoded, without the query: `/beta/users`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly origin: string;
}

interface GraphParts {
  readonly tenant: Tenant;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly stats: RequestStats;
  readonly realNow: () => number;
  /** Runs with written values taking longer to be read. */
  readonly withExtraReadBack: (seconds: number, run: () => PracticeAnswer) => PracticeAnswer;
}

/** Lets the tenant's time pass up to now, and remembers it, so that it never goes back after a restart. */
export function passTime(tenant: Tenant): number {
  const { settings, database, dueEvents } = tenant.state;
  const remembered = settings.number('latestTime') ?? 0;
  const now = tenant.clock.now();
  if (now - remembered >= 1000 || dueEvents.isAnyDue(now)) {
    database
      .transaction(() => {
        settle(tenant, now);
        settings.set('latestTime', now);
      })
      .immediate();
  }
  return now;
}

/**
 * What every request goes through: its token, the permissions, the throttling and its route, with faults that strike before
 * or after it takes effect.
 */
export function createGraph(parts: GraphParts): (call: PracticeCall) => GraphOutcome {
  const { tenant, routes, faults, throttle, stats, realNow } = parts;

  const ignoredValues = new Set<string>();

  /** A value that was ignored is taken the second time, also where it then comes alone or with others. */
  function isIgnoredOnce(plan: FaultPlan, { method, segments, body }: GraphRequest): boolean {
    const written = typeof body === 'object' && body !== null ? Object.entries(body) : [body];
    const values = written.map((value) => `${method} ${segments.join('/')} ${JSON.stringify(value)}`);
    const again = values.filter((value) => ignoredValues.delete(value));
    if (again.length > 0 || !effectOf(plan, 'ignoreFirstWrite')) return false;
    for (const value of values) ignoredValues.add(value);
    return true;
  }

  function answerCall(call: PracticeCall): GraphOutcome {
    const now = passTime(tenant);
    const read = readGraphPath(call.path);
    const pathBelowVersion = `/${read?.segments.join('/') ?? ''}`;
    const plan = faults.plan(call.method, pathBelowVersion);
    const clientRequestId = call.headers['client-request-id'] ?? randomUUID();
    const trace = { 'request-id': randomUUID(), 'client-request-id': clientRequestId };
    let countedAs = `${call.method} (unknown)`;
    // Until a service is found it is Graph's own gateway that refuses, and it does not wrap its words.
    let isIntune = false;

    let delaySeconds = effectOf(plan, 'slow')?.seconds ?? 0;

    function run(): PracticeAnswer {
      if (!read) throw new PracticeError(400, 'BadRequest', `Invalid version: ${call.path.split('/')[1] ?? ''}`);
      const caller = authenticate(call.headers['authorization'], tenant.state.settings, realNow());
      if (effectOf(plan, 'expireToken')) throw tokenExpired();
      const root = `${call.origin}/${read.version}`;
      const request: GraphRequest = { ...call, version: read.version, segments: read.segments, caller, root };
      if (isBatch(request)) {
        countedAs = 'POST /$batch';
        refuseByFault(plan, 'beforeEffect');
        const batch = answerBatch(request, (inner) => answerCall({ ...call, ...inner }));
        refuseByFault(plan, 'afterEffect');
        delaySeconds = Math.max(delaySeconds, batch.delaySeconds);
        return batch.answer;
      }
      const { route, keys } = matchRoute(routes, call.method, read.version, read.segments);
      countedAs = `${call.method} ${route.pattern}`;
      isIntune = route.service !== 'directory';
      authorize(caller, route);
      throttle.admit(route, now);
      refuseByFault(plan, 'beforeEffect');
      if (effectOf(plan, 'forbidden')) throw missingRole(route);
      const answer = takeEffect(route, request, keys);
      refuseByFault(plan, 'afterEffect');
      return answer;
    }

    function takeEffect(route: Route, request: GraphRequest, keys: readonly string[]): PracticeAnswer {
      if (route.method === 'GET') return readWithFaults(plan, request, (asked) => route.handle(asked, keys));
      if (effectOf(plan, 'ignoreWrite') || isIgnoredOnce(plan, request)) return okWithoutBody;
      const cut = keepPartOfImport(plan, request);
      const change = tenant.state.database.transaction(() => route.handle(cut, keys));
      return parts.withExtraReadBack(effectOf(plan, 'staleRead')?.seconds ?? 0, () => change.immediate());
    }

    try {
      const answer = run();
      stats.count(countedAs, answer.status);
      return { answer: { ...answer, headers: { ...trace, ...answer.headers } }, delaySeconds };
    } catch (error) {
      if (error instanceof DroppedConnection) {
        stats.count(countedAs, 'dropped');
        return { answer: null, delaySeconds };
      }
      if (!(error instanceof PracticeError)) throw error;
      stats.count(countedAs, error.status);
      const context = { now, requestId: trace['request-id'], clientRequestId, isIntune };
      const body = graphErrorBody(error.code, error.message, context);
      return { answer: { status: error.status, headers: { ...trace, ...error.headers }, body }, delaySeconds };
    }
  }

  return answerCall;
}

/** Thrown where a fault ends the connection; nothing but `answerCall` sees it. */
class DroppedConnection extends Error {}

function refuseByFault(plan: FaultPlan, when: 'beforeEffect' | 'afterEffect'): void {
  const drop = effectOf(plan, 'drop');
  if (drop?.when === when) throw new DroppedConnection();
  const failure = effectOf(plan, 'status');
  if (failure?.when === when) {
    throw new PracticeError(
      failure.status,
      statusCodeName(failure.status),
      'An error has occurred',
      retryAfter(failure.retryAfterSeconds),
    );
  }
  if (when === 'afterEffect') return;
  const throttled = effectOf(plan, 'throttle');
  if (throttled)
    throw new PracticeError(429, 'TooManyRequests', 'Too Many Requests', retryAfter(throttled.retryAfterSeconds));
  if (effectOf(plan, 'badRequest')) throw new PracticeError(400, 'BadRequest', 'An error has occurred');
  if (effectOf(plan, 'notFound')) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
}

function retryAfter(seconds: number | null): Readonly<Record<string, string>> {
  return seconds === null ? {} : { 'Retry-After': String(seconds) };
}

function statusCodeName(status: number): string {
  const names: Readonly<Record<number, string>> = {
    502: 'BadGateway',
    503: 'ServiceUnavailable',
    504: 'GatewayTimeout',
  };
  return names[status] ?? 'InternalServerError';
}

/** A read whose filter has no effect, whose answer says something else, or whose next page is the same again. */
function readWithFaults(
  plan: FaultPlan,
  request: GraphRequest,
  handle: (request: GraphRequest) => PracticeAnswer,
): PracticeAnswer {
  const answer = handle(effectOf(plan, 'ignoreFilter') ? withoutFilter(request) : request);
  return loopNextLink(plan, request, saidOtherwise(plan, answer));
}

function withoutFilter(request: GraphRequest): GraphRequest {
  const query = new URLSearchParams(request.query);
  query.delete('$filter');
  return { ...request, query };
}

/** Of a single device only: lists are right. */
function saidOtherwise(plan: FaultPlan, answer: PracticeAnswer): PracticeAnswer {
  let said = answer;
  if (effectOf(plan, 'unknownProfile')) said = saying(said, 'deploymentProfileAssignmentStatus', 'unknown');
  if (effectOf(plan, 'firmwareManaged')) said = saying(said, 'deviceFirmwareConfigurationInterfaceManaged', true);
  return said;
}

function saying(answer: PracticeAnswer, property: string, value: string | boolean): PracticeAnswer {
  const { body } = answer;
  return isOneThing(body) && property in body ? { ...answer, body: { ...body, [property]: value } } : answer;
}

function isOneThing(body: PracticeAnswer['body']): body is JsonObject {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function loopNextLink(plan: FaultPlan, request: GraphRequest, answer: PracticeAnswer): PracticeAnswer {
  if (!effectOf(plan, 'loopNextLink') || !isListBody(answer.body)) return answer;
  const query = request.query.size === 0 ? '' : `?${request.query.toString().replaceAll('%24', '$')}`;
  const nextLink = `${request.root}/${request.segments.join('/')}${query}`;
  return { ...answer, body: { ...answer.body, '@odata.nextLink': nextLink } };
}

function isListBody(body: PracticeAnswer['body']): body is JsonObject {
  return (
    typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value) && body.value.length > 0
  );
}

const IMPORT_LIST = 'importedWindowsAutopilotDeviceIdentities';

function keepPartOfImport(plan: FaultPlan, request: GraphRequest): GraphRequest {
  const partial = effectOf(plan, 'partialImport');
  const { body } = request;
  if (!partial || typeof body !== 'object' || body === null || !(IMPORT_LIST in body)) return request;
  const rows = body[IMPORT_LIST];
  if (!Array.isArray(rows)) return request;
  const kept: readonly unknown[] = rows.slice(0, Math.max(1, Math.floor(rows.length * partial.keepShare)));
  return { ...request, body: { ...body, [IMPORT_LIST]: kept } };
}
