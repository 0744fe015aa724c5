import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { PENDING_REMOVAL, type Association } from '../../../shared/identifiers/association.ts';
import { listAssociatedDevices } from '../../graph/resources/associatedDevices.ts';
import { listCorporateIdentifiers } from '../../graph/resources/corporateIdentifiers.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { associationRow, identifierRow } from './listRows.ts';

/** A tenant may hold tens of thousands. */
const PATIENCE_MS = 300_000;

interface Read {
  readonly rows: number;
  readonly isWhole: boolean;
}

/** Reads the corporate identifiers of a tenant, page by page, and keeps them. */
export function readIdentifiers(context: ServiceContext, tenantId: string): Promise<Read> {
  const { connections, identifiers, publish, store } = context;
  return forPerson(async (signal) => {
    const { client } = await connections.connectionTo(tenantId);
    const { rows, isWhole } = await listCorporateIdentifiers(client, signal);
    store.write(() => identifiers.keep(tenantId, rows.map(identifierRow), isWhole));
    publish('tenants.changed');
    return { rows: rows.length, isWhole };
  }, PATIENCE_MS);
}

/** Reads the associations of a tenant, keeps them, and notes of devices of the queue whether they are associated. */
export function readAssociations(context: ServiceContext, tenantId: string): Promise<Read> {
  const { associations, connections, publish, store } = context;
  return forPerson(async (signal) => {
    const { client } = await connections.connectionTo(tenantId);
    const { rows, isWhole } = await listAssociatedDevices(client, signal);
    store.write(() => {
      noteInQueue(context, tenantId, rows, isWhole);
      associations.keep(tenantId, rows.map(associationRow), isWhole);
    });
    publish('tenants.changed');
    publish('devices.changed');
    return { rows: rows.length, isWhole };
  }, PATIENCE_MS);
}

/** Only a device that the list had, and has no more, is known to be associated no more: a new one may not be listed yet. */
function noteInQueue(
  { associations, devices }: ServiceContext,
  tenantId: string,
  rows: readonly Association[],
  isWhole: boolean,
): void {
  const now = serialsOf(rows);
  const before = serialsOf(associations.all(tenantId));
  const note = (serialNumber: string, isAssociated: boolean): void => {
    const [device, ...others] = devices.withSerialNumber(serialNumber, tenantId);
    if (device === undefined || others.length > 0) return;
    devices.markAssociated(device.id, isAssociated);
  };
  for (const serial of now) if (!before.has(serial)) note(serial, true);
  if (isWhole) for (const serial of before) if (!now.has(serial)) note(serial, false);
}

const serialsOf = (rows: readonly Association[]): ReadonlySet<string> =>
  new Set(
    rows.flatMap(({ serialNumber, state }) =>
      serialNumber === null || state === PENDING_REMOVAL ? [] : [foldSerial(serialNumber)],
    ),
  );
