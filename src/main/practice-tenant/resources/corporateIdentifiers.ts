import { z } from 'zod';
import { answerActionResult, answerCollection, answerEntity } from '../protocol/collection.ts';
import {
  PracticeError,
  isoTime,
  NEVER,
  noContent,
  type PracticeAnswer,
  type GraphRequest,
  type JsonObject,
} from '../protocol/graphMessages.ts';
import { readBody } from '../protocol/requestBody.ts';
import { betaOnly, type Route } from '../protocol/routes.ts';
import type { CorporateIdentifierRow, ManagedDeviceRow } from '../state/rows.ts';
import { delayFor, type Tenant } from '../tenant.ts';
import { readServiceConfig, writeServiceConfig } from './scopes.ts';

const PATH = 'deviceManagement/importedDeviceIdentities';
const PAGE_SIZE = 1000;

const identity = z.strictObject({
  '@odata.type': z.string().optional(),
  id: z.string().optional(),
  importedDeviceIdentifier: z.string(),
  importedDeviceIdentityType: z.enum(['imei', 'serialNumber', 'manufacturerModelSerial']),
  description: z.string().nullish(),
  // Accepted and ignored, as reported in microsoft-graph-docs#14035.
  platform: z.string().nullish(),
  enrollmentState: z.enum(['unknown', 'enrolled', 'pendingReset', 'failed', 'notContacted']).nullish(),
});
type Identity = z.infer<typeof identity>;

const importBody = z.strictObject({
  importedDeviceIdentities: z.array(identity).min(1),
  overwriteImportedDeviceIdentities: z.boolean().default(false),
});
const searchBody = z.strictObject({ importedDeviceIdentities: z.array(identity) });

/** Corporate identifiers: their upload answers whether a device is enrolled, not whether it was taken. */
export function corporateIdentifierRoutes(tenant: Tenant): readonly Route[] {
  const { corporateIdentifiers, managedDevices } = tenant.state;

  function importList(request: GraphRequest): PracticeAnswer {
    const body = readBody(request, importBody);
    const bad = body.importedDeviceIdentities.filter((item) => !isWellFormed(item)).length;
    if (bad > 0)
      throw new PracticeError(
        400,
        'BadRequest',
        `Invalid Device Identifier parameter found for ${bad} import records!`,
      );
    const results = body.importedDeviceIdentities.map((item) => {
      const row = keep(item, body.overwriteImportedDeviceIdentities);
      // The status tells whether a device with this identifier is enrolled, not whether the import went well (docs-contrib#3057).
      return { ...bodyOf(row), status: enrolledAs(row) !== undefined };
    });
    return answerActionResult(request, 'importedDeviceIdentityResult', results);
  }

  function keep(item: Identity, overwrites: boolean): CorporateIdentifierRow {
    const now = tenant.clock.now();
    const known = find(item);
    if (!known) {
      const row: CorporateIdentifierRow = {
        id: tenant.state.newId('identifier', item.importedDeviceIdentifier),
        identifier: item.importedDeviceIdentifier,
        type: item.importedDeviceIdentityType,
        description: item.description ?? null,
        platform: item.importedDeviceIdentityType === 'manufacturerModelSerial' ? 'windows' : 'unknown',
        createdAt: now,
        modifiedAt: now,
      };
      corporateIdentifiers.insert(row);
      return row;
    }
    if (!overwrites) return known;
    const changes = { description: item.description ?? null, modifiedAt: now };
    corporateIdentifiers.update(known.id, changes);
    return { ...known, ...changes };
  }

  function find(item: Identity): CorporateIdentifierRow | undefined {
    return tenant.state.database
      .prepare<[string, string], CorporateIdentifierRow>(
        `SELECT ${corporateIdentifiers.columns} FROM corporate_identifier WHERE identifier = ? AND type = ?`,
      )
      .get(item.importedDeviceIdentifier, item.importedDeviceIdentityType);
  }

  function isVisible({ createdAt, identifier }: CorporateIdentifierRow): boolean {
    return tenant.clock.now() >= createdAt + delayFor(tenant, 'identifier', identifier);
  }

  function enrolledAs({ identifier }: CorporateIdentifierRow): ManagedDeviceRow | undefined {
    return managedDevices.all().find((device) => deviceIdentifierOf(device) === identifier);
  }

  function bodyOf(row: CorporateIdentifierRow): JsonObject {
    return identifierBody(row, enrolledAs(row));
  }

  function search(request: GraphRequest): PracticeAnswer {
    const { importedDeviceIdentities } = readBody(request, searchBody);
    const found = importedDeviceIdentities.flatMap((item) => find(item) ?? []).filter(isVisible);
    return answerActionResult(request, 'importedDeviceIdentity', found.map(bodyOf));
  }

  function list(request: GraphRequest): PracticeAnswer {
    const rules = { path: PATH, pageSize: PAGE_SIZE, filters: ['contains importedDeviceIdentifier'] };
    return answerCollection(request, rules, corporateIdentifiers.all().filter(isVisible).map(bodyOf));
  }

  function get(request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    const row = corporateIdentifiers.find(id);
    if (!row || !isVisible(row)) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return answerEntity(request, PATH, bodyOf(row));
  }

  function remove(_request: GraphRequest, [id = '']: readonly string[]): PracticeAnswer {
    if (!corporateIdentifiers.remove(id)) throw new PracticeError(404, 'ResourceNotFound', 'An error has occurred');
    return noContent;
  }

  const read = { versions: betaOnly, service: 'enrollment', scopes: readServiceConfig } as const;
  const write = { versions: betaOnly, service: 'enrollment', scopes: writeServiceConfig } as const;
  return [
    { method: 'POST', pattern: `/${PATH}/importDeviceIdentityList`, ...write, handle: importList },
    { method: 'POST', pattern: `/${PATH}/searchExistingIdentities`, ...read, handle: search },
    { method: 'GET', pattern: `/${PATH}`, ...read, handle: list },
    { method: 'GET', pattern: `/${PATH}/*`, ...read, handle: get },
    { method: 'DELETE', pattern: `/${PATH}/*`, ...write, handle: remove },
  ];
}

function isWellFormed({ importedDeviceIdentifier, importedDeviceIdentityType }: Identity): boolean {
  switch (importedDeviceIdentityType) {
    case 'imei':
      return /^\d+$/.test(importedDeviceIdentifier);
    case 'serialNumber':
      return importedDeviceIdentifier.trim() !== '';
    case 'manufacturerModelSerial':
      return (
        importedDeviceIdentifier.split(',').length === 3 &&
        importedDeviceIdentifier.split(',').every((part) => part.trim() !== '')
      );
  }
}

/** What a device is called by its corporate identifier, “Windows manufacturer, model and serial number”. */
export const deviceIdentifierOf = (device: {
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
}): string => `${device.manufacturer},${device.model},${device.serialNumber}`;

function identifierBody(row: CorporateIdentifierRow, enrolled: ManagedDeviceRow | undefined): JsonObject {
  return {
    id: row.id,
    importedDeviceIdentifier: row.identifier,
    importedDeviceIdentityType: row.type,
    lastModifiedDateTime: isoTime(row.modifiedAt),
    createdDateTime: isoTime(row.createdAt),
    lastContactedDateTime: enrolled === undefined ? NEVER : isoTime(enrolled.lastSyncAt),
    description: row.description,
    enrollmentState: enrolled === undefined ? 'notContacted' : 'enrolled',
    platform: row.platform,
  };
}
