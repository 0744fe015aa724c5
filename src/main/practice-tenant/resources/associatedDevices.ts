import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTime,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { AssociatedDeviceRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { readServiceConfig, writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/tenantAssociatedDevices';
const PAGE_SIZE = 1000;

const importBody = z.strictObject({ deviceLink: z.string(), devicePreparationPolicyId: z.string().nullish() });
const linkContent = z.looseObject({
  DeviceInfo: z.looseObject({ SerialNumber: z.string().optional() }).optional(),
  SerialNumber: z.string().optional(),
  sn: z.string().optional(),
  di: z.looseObject({ sn: z.string().optional() }).optional(),
});

/** Device association for device preparation: beta, in no metadata of Microsoft's. The link itself is not kept. */
export function associatedDeviceRoutes(tenant: Tenant): readonly Route[] {
  const { associatedDevices, dueEvents } = tenant.state;

  function associate(request: GraphRequest): PracticeAnswer {
    const { deviceLink, devicePreparationPolicyId } = readBody(request, importBody);
    const serialNumber = serialNumberOf(deviceLink);
    if (serialNumber === null) throw new PracticeError(400, 'BadRequest', 'An error has occurred');
    const linkSha256 = createHash('sha256').update(deviceLink).digest('hex');
    const isKnown = associatedDevices
      .all()
      .some((row) => row.linkSha256 === linkSha256 || (serialNumber !== '' && row.serialNumber === serialNumber));
    if (isKnown) throw new PracticeError(409, 'Conflict', 'The device is already associated with this tenant');
    const row = {
      id: tenant.state.newId('association', linkSha256),
      linkSha256,
      associatedAt: tenant.clock.now(),
      serialNumber,
      managedDeviceId: null,
      policyId: devicePreparationPolicyId ?? null,
    };
    associatedDevices.insert(row);
    return answerEntity(request, PATH, bodyOf(row), 201);
  }

  function list(request: GraphRequest): PracticeAnswer {
    const rules = { path: PATH, pageSize: PAGE_SIZE, filters: ['eq serialNumber', 'contains serialNumber'] };
    return answerCollection(request, rules, associatedDevices.all().filter(isVisible).map(bodyOf));
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const row = associatedDevices.find(id);
    if (!row || !isVisible(row)) throw notFound();
    return answerEntity(request, PATH, bodyOf(row));
  }

  function dissociate(_request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const row = associatedDevices.find(id);
    if (!row) throw notFound();
    if (row.managedDeviceId === null) associatedDevices.remove(id);
    else if (!isLeaving(row)) {
      dueEvents.add('associationRemoved', id, tenant.clock.now() + delayFor(tenant, 'dissociation', id));
    }
    return noContent;
  }

  /** Whether somebody has removed it: that of an enrolled device takes a while. */
  function isLeaving({ id }: AssociatedDeviceRow): boolean {
    return dueEvents.lastDueAt('associationRemoved', id) !== null;
  }

  function isVisible({ id, associatedAt }: AssociatedDeviceRow): boolean {
    return tenant.clock.now() >= associatedAt + delayFor(tenant, 'association', id);
  }

  function bodyOf(row: AssociatedDeviceRow): JsonObject {
    const { id, serialNumber, associatedAt, managedDeviceId, policyId } = row;
    const state = managedDeviceId === null ? 'preassociated' : 'associated';
    return {
      id,
      serialNumber,
      manufacturerName: null,
      modelName: null,
      smbiosUuid: null,
      associationState: isLeaving(row) ? 'pendingRemoval' : state,
      devicePreparationPolicyId: policyId,
      preassociationDateTime: isoTime(associatedAt),
      managedDeviceId,
    };
  }

  const read = { method: 'GET', versions: betaOnly, service: 'enrollment', scopes: readServiceConfig } as const;
  const write = { versions: betaOnly, service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { ...read, pattern: `/${PATH}`, handle: list },
    { ...read, pattern: `/${PATH}/*`, handle: get },
    { method: 'POST', pattern: `/${PATH}/importTenantAssociatedDevice`, ...write, handle: associate },
    { method: 'DELETE', pattern: `/${PATH}/*`, ...write, handle: dissociate },
  ];
}

/**
 * Whose link it is, empty where it does not say; null where it is none. It comes as a `.devicelink.csv` file has it, base64 of
 * JSON, or as the code on the screen has it: whether Graph takes the latter is not known.
 */
function serialNumberOf(deviceLink: string): string | null {
  if (deviceLink.startsWith('deviceLink:')) return new URL(deviceLink).searchParams.get('sn') ?? '';
  const content = readJson(Buffer.from(deviceLink, 'base64').toString('utf8'));
  const { success, data } = linkContent.safeParse(content);
  return success ? (data.DeviceInfo?.SerialNumber ?? data.SerialNumber ?? data.sn ?? data.di?.sn ?? '') : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON, no link.
    return null;
  }
}

function notFound(): PracticeError {
  return new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
}
