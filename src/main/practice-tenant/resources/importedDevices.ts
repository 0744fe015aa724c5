import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isForeignUser } from '../directory.ts';
import { readHardwareIdentity, type HardwareIdentity } from '../lifecycle/hardwareIdentity.ts';
import { startImport } from '../lifecycle/importLifecycle.ts';
import { importError, type PracticeImportError } from '../lifecycle/serialRules.ts';
import { answerActionResult, answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { bothVersions, type Route } from '../protocol/routes.ts';
import type { ImportRecordRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';
import { readServiceConfig, writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/importedWindowsAutopilotDeviceIdentities';
const PAGE_SIZE = 1000;
const LARGEST_BATCH = 500;

const text = z.string().nullish();

const importedDevice = z.strictObject({
  '@odata.type': z.string().optional(),
  id: text,
  serialNumber: text,
  hardwareIdentifier: text,
  productKey: text,
  groupTag: text,
  assignedUserPrincipalName: text,
  importId: text,
  state: z.looseObject({}).nullish(),
});

const importBody = z.strictObject({
  importedWindowsAutopilotDeviceIdentities: z.array(importedDevice).min(1).max(LARGEST_BATCH),
});

type ImportedDevice = z.infer<typeof importedDevice>;

/** Import records: the way by which hashes come in, and by which one hears what became of each. */
export function importedDeviceRoutes(tenant: Tenant): readonly Route[] {
  const { importRecords } = tenant.state;

  function list(request: GraphRequest): PracticeAnswer {
    return answerCollection(
      request,
      { path: PATH, pageSize: PAGE_SIZE, filters: [] },
      importRecords.all().map(importRecordBody),
    );
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const record = importRecords.find(id);
    if (!record) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return answerEntity(request, PATH, importRecordBody(record));
  }

  function create(request: GraphRequest): PracticeAnswer {
    const [record] = accept([readBody(request, importedDevice)]);
    if (!record) throw new PracticeError(400, 'BadRequest', 'An error has occurred');
    // Seen in the wild: a single create answers its own id as importId and productKey (MSEndpointMgr/Intune#71).
    return answerEntity(
      request,
      PATH,
      { ...importRecordBody(record), importId: record.id, productKey: record.id },
      201,
    );
  }

  function importMany(request: GraphRequest): PracticeAnswer {
    const body = readBody(request, importBody);
    const records = accept(body.importedWindowsAutopilotDeviceIdentities);
    return answerActionResult(request, 'importedWindowsAutopilotDeviceIdentity', records.map(importRecordBody));
  }

  function accept(devices: readonly ImportedDevice[]): readonly ImportRecordRow[] {
    for (const device of devices) {
      refuseBadBase64(device.hardwareIdentifier);
      // How an import refuses it is not known; like this, updateDeviceProperties does.
      if (isForeignUser(device.assignedUserPrincipalName))
        throw new PracticeError(400, 'BadRequest', 'An error has occurred');
    }
    const now = tenant.clock.now();
    const seen = new Set<string>();
    return devices.map((device) => {
      const record = recordOf(device, seen, now);
      importRecords.insert(record);
      startImport(tenant, record, now);
      return record;
    });
  }

  function recordOf(device: ImportedDevice, seen: Set<string>, now: number): ImportRecordRow {
    const hash = device.hardwareIdentifier ?? '';
    const identity = hash === '' ? null : readHardwareIdentity(hash, now);
    const hashSha256 = hash === '' ? null : createHash('sha256').update(Buffer.from(hash, 'base64')).digest('hex');
    const verdict = verdictOnArrival(device, identity, hashSha256, seen);
    return {
      id: tenant.state.newId('import', device.serialNumber ?? ''),
      position: nextPosition(),
      serialNumber: device.serialNumber ?? null,
      productKey: device.productKey ?? null,
      groupTag: device.groupTag ?? null,
      assignedUserPrincipalName: device.assignedUserPrincipalName ?? null,
      importId: device.importId ?? null,
      status: 'unknown',
      errorCode: 0,
      errorName: '',
      registrationId: '',
      identity: identity === null ? null : JSON.stringify(identity),
      hashSha256,
      verdict: verdict === null ? null : JSON.stringify(verdict),
    };
  }

  function nextPosition(): number {
    const row = tenant.state.database
      .prepare<[], { readonly position: number }>(
        'SELECT coalesce(max(position), 0) + 1 AS position FROM import_record',
      )
      .get();
    return row?.position ?? 1;
  }

  function remove(_request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    if (!importRecords.remove(id)) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return noContent;
  }

  const read = { versions: bothVersions, service: 'enrollment', scopes: readServiceConfig } as const;
  const write = { versions: bothVersions, service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { method: 'GET', pattern: `/${PATH}`, ...read, handle: list },
    { method: 'POST', pattern: `/${PATH}`, ...write, handle: create },
    { method: 'POST', pattern: `/${PATH}/import`, ...write, handle: importMany },
    { method: 'GET', pattern: `/${PATH}/*`, ...read, handle: get },
    { method: 'DELETE', pattern: `/${PATH}/*`, ...write, handle: remove },
  ];
}

/** What can be said before any time passes: the hash is bad, the serial missing, or the row repeats another one. */
function verdictOnArrival(
  device: ImportedDevice,
  identity: HardwareIdentity | null,
  hashSha256: string | null,
  seen: Set<string>,
): PracticeImportError | null {
  if (!device.serialNumber && !device.productKey && !identity) return importError(803);
  if (!identity) return importError(802);
  const keys = [
    `hash ${hashSha256 ?? ''}`,
    `device ${identity.manufacturer}\n${identity.model}\n${identity.serialNumber}`.toLowerCase(),
  ];
  const isRepeat = keys.some((key) => seen.has(key));
  for (const key of keys) seen.add(key);
  return isRepeat ? importError(819) : null;
}

/** `Edm.Binary` wants whole groups of four; devices can emit hashes without their padding. */
function refuseBadBase64(hardwareIdentifier: string | null | undefined): void {
  if (!hardwareIdentifier) return;
  if (hardwareIdentifier.length % 4 === 0 && /^[A-Za-z0-9+/_-]*={0,2}$/.test(hardwareIdentifier)) return;
  throw new PracticeError(
    400,
    'BadRequest',
    "Cannot convert the literal '[DEVICEHASH]' to the expected type 'Edm.Binary'.",
  );
}

function importRecordBody(record: ImportRecordRow): JsonObject {
  return {
    id: record.id,
    groupTag: record.groupTag,
    serialNumber: record.serialNumber,
    productKey: record.productKey,
    importId: record.importId,
    hardwareIdentifier: null,
    assignedUserPrincipalName: record.assignedUserPrincipalName,
    state: {
      deviceImportStatus: record.status,
      deviceRegistrationId: record.registrationId,
      deviceErrorCode: record.errorCode,
      deviceErrorName: record.errorName,
    },
  };
}
