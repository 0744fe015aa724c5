import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answerEntity } from '../protocol/collection.ts';
import { PracticeError, noContent, type PracticeAnswer, type GraphRequest } from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { Tenant } from '../tenant.ts';
import { writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/tenantAssociatedDevices';

/** Device association for device preparation: beta, known from a community decoder only. The link itself is not kept. */
export function associatedDeviceRoutes(tenant: Tenant): readonly Route[] {
  const { database } = tenant.state;
  const insert = database.prepare<[string, string, number]>(
    'INSERT INTO associated_device (id, link_sha256, associated_at) VALUES (?, ?, ?) ON CONFLICT (link_sha256) DO NOTHING',
  );
  const remove = database.prepare<[string]>('DELETE FROM associated_device WHERE id = ?');

  function associate(request: GraphRequest): PracticeAnswer {
    const { deviceLink } = readBody(request, z.strictObject({ deviceLink: z.string().startsWith('deviceLink:') }));
    const linkSha256 = createHash('sha256').update(deviceLink).digest('hex');
    const id = tenant.state.newId('association', linkSha256);
    const { changes } = insert.run(id, linkSha256, tenant.clock.now());
    if (changes === 0) throw new PracticeError(409, 'Conflict', 'The device is already associated with this tenant');
    return answerEntity(request, PATH, { id }, 201);
  }

  function dissociate(_request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    if (remove.run(id).changes === 0) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return noContent;
  }

  const write = { versions: betaOnly, service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { method: 'POST', pattern: `/${PATH}/importTenantAssociatedDevice`, ...write, handle: associate },
    { method: 'DELETE', pattern: `/${PATH}/*`, ...write, handle: dissociate },
  ];
}
