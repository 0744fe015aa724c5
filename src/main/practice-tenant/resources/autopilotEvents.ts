import { z } from 'zod';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTime,
  textOf,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { AutopilotEventRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { readManagedDevices } from './scopes.ts';

const PATH = 'deviceManagement/autopilotEvents';
/** Since Intune 2411 ("Known issues" of Windows Autopilot). */
const PAGE_SIZE = 50;
/** How long the deployment report keeps an event. */
const KEPT_MS = 30 * 24 * 3_600_000;

const flatObject = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The deployment report: Intune forgets what is older than thirty days. */
export function autopilotEventRoutes(tenant: Tenant): readonly Route[] {
  const { events } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    const since = isoTime(tenant.clock.now() - KEPT_MS);
    const kept = events
      .all()
      .map(documentOf)
      .filter((event) => textOf(event, 'eventDateTime') >= since);
    return answerCollection(request, { path: PATH, pageSize: PAGE_SIZE, filters: [] }, kept);
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    return answerEntity(request, PATH, documentOf(findEvent(id)));
  }

  /** In the metadata of 2023, and not in that of 2025 and 2026 any more. */
  function listPolicies(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    if (!tenant.servesPolicyDetails()) {
      throw new PracticeError(400, 'BadRequest', "Resource not found for the segment 'policyStatusDetails'.");
    }
    const event = findEvent(id);
    const policies = z.array(flatObject).parse(JSON.parse(event.policies));
    return answerCollection(
      request,
      { path: `${PATH}/${event.id}/policyStatusDetails`, pageSize: PAGE_SIZE, filters: [] },
      policies,
    );
  }

  function findEvent(id: string): AutopilotEventRow {
    const event = events.find(id);
    if (!event) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return event;
  }

  const read = { method: 'GET', versions: betaOnly, service: 'enrollment', scopes: readManagedDevices } as const;
  return [
    { pattern: `/${PATH}`, ...read, handle: list },
    { pattern: `/${PATH}/*`, ...read, handle: get },
    { pattern: `/${PATH}/*/policyStatusDetails`, ...read, handle: listPolicies },
  ];
}

function documentOf(event: AutopilotEventRow): JsonObject {
  return flatObject.parse(JSON.parse(event.document));
}
