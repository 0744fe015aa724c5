import { fixedId } from '../fixedId.ts';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import { PracticeError, type GraphRequest, type JsonObject, type PracticeAnswer } from '../protocol/graphMessages.ts';
import { bothVersions, type Route } from '../protocol/routes.ts';
import type { Tenant } from '../tenant.ts';
import { readApps } from './scopes.ts';

const PATH = 'deviceAppManagement/mobileApps';
const PAGE_SIZE = 1000;

/** What every device gets, and what status pages wait for. */
const apps: readonly string[] = ['Company Portal', 'Microsoft 365 Apps', 'Depot agent'];

export const appIdOf = (tenant: Pick<Tenant, 'state'>, name: string): string => fixedId(tenant, `app ${name}`);

/** The apps of Intune, by name. */
export function mobileAppRoutes(tenant: Tenant): readonly Route[] {
  const bodies = (): readonly JsonObject[] =>
    apps.map((displayName) => ({
      '@odata.type': '#microsoft.graph.mobileApp',
      id: appIdOf(tenant, displayName),
      displayName,
      publishingState: 'published',
    }));

  function list(request: GraphRequest): PracticeAnswer {
    return answerCollection(request, { path: PATH, pageSize: PAGE_SIZE, filters: [] }, bodies());
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const app = bodies().find((body) => body['id'] === id);
    if (!app) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return answerEntity(request, PATH, app);
  }

  const read = { method: 'GET', versions: bothVersions, service: 'devices', scopes: readApps } as const;
  return [
    { pattern: `/${PATH}`, ...read, handle: list },
    { pattern: `/${PATH}/*`, ...read, handle: get },
  ];
}
