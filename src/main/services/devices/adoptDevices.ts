import type { AdoptionAnswer, AdoptionRefusal, ListedDevice } from '../../../shared/devices/adoption.ts';
import { adoptionRefusalWords } from '../../../shared/devices/adoptionWords.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { GraphError } from '../../graph/graphError.ts';
import { getAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import {
  partialRow,
  type AutopilotDevice,
  type AutopilotDeviceRow,
} from '../../graph/resources/autopilotDeviceWire.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { recordDevice, recordPageCode } from '../tracking/recordDevice.ts';
import { matchInQueue } from './matchInQueue.ts';

/** After how many devices the results are written down, so that a long list loses nothing. */
const DEVICES_AT_ONCE = 100;
/** How long Microsoft may take for so many; then the list that was read last has to do. */
const PATIENCE_MS = 30_000;

/** A registered device that is to be taken in. */
export interface ToAdopt {
  readonly ztdId: string;
  /** From the code on its Autopilot page, which is believed where nobody can be asked; null where no code was scanned. */
  readonly scannedSerialNumber: string | null;
  /** It comes only to be deregistered. */
  readonly toLeave?: boolean;
}

/** What Microsoft says of a device: null where it does not know it, undefined where it did not answer. */
type Told = AutopilotDevice | null | undefined;

interface Evidence {
  readonly row: AutopilotDeviceRow | AutopilotDevice;
  /** Nobody but the code on the device's page says that it is registered. */
  readonly isCodeAlone: boolean;
}

/**
 * Takes devices into the queue that somebody else registered, as Microsoft holds them. A device of the queue that is the same
 * one gets the registration instead: no ZTDID comes into the queue twice.
 * @param mayAsk false where it is known that Microsoft does not answer just now
 */
export async function adoptDevices(
  context: ServiceContext,
  tenantId: string,
  wanted: readonly ToAdopt[],
  mayAsk = true,
): Promise<AdoptionAnswer> {
  const { audit, publish, store, tenants } = context;
  const all = [...new Map(wanted.map((one) => [one.ztdId.toLowerCase(), one])).entries()];
  const taken: Taken[] = [];
  const refused: AdoptionAnswer['refused'] = [];
  let isRead = mayAsk;
  for (let start = 0; start < all.length; start += DEVICES_AT_ONCE) {
    const part = all.slice(start, start + DEVICES_AT_ONCE);
    // Where Microsoft did not answer, the next hundred do not wait for it again.
    const read: Read = isRead
      ? await readAll(
          context,
          tenantId,
          part.map(([ztdId]) => ztdId),
        )
      : notRead;
    isRead &&= read.isWhole;
    store.write(() => {
      const takenBefore = taken.length;
      for (const [ztdId, one] of part) {
        const outcome = takeIn(context, tenantId, { ...one, ztdId, told: read.devices.get(ztdId) });
        if ('refusal' in outcome) refused.push({ ztdId, ...outcome, reason: adoptionRefusalWords(outcome.refusal) });
        else taken.push(outcome);
      }
      const deviceIds = taken.slice(takenBefore).map(({ deviceId }) => deviceId);
      if (deviceIds.length === 0) return;
      const count = neutralFormatter.count(deviceIds.length, 'registered device', 'registered devices');
      const sentence = `Took ${count} of ${tenantNameOf(tenants, tenantId)} into the queue.`;
      const about = { devices: deviceIds, tenants: [tenantId] };
      audit.add({ who: context.who(), action: 'devices.adopt', sentence, ...about });
    });
    publish('devices.changed');
  }
  const adoptedIds = taken.filter(({ isNew }) => isNew).map(({ deviceId }) => deviceId);
  return {
    adopted: adoptedIds.length,
    matched: taken.length - adoptedIds.length,
    refused,
    deviceIds: taken.map(({ deviceId }) => deviceId),
    adoptedIds,
    isRead,
  };
}

interface Read {
  readonly devices: ReadonlyMap<string, Told>;
  /** Whether Microsoft answered for each of them. */
  readonly isWhole: boolean;
}

const notRead: Read = { devices: new Map(), isWhole: false };

/** What Microsoft says of each; nothing where it cannot be reached, or does not let itself be asked. */
async function readAll(
  { connections, ports }: ServiceContext,
  tenantId: string,
  ztdIds: readonly string[],
): Promise<Read> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  const { client } = await connections.connectionTo(tenantId);
  try {
    const answers = [...(await getAutopilotDevices(client, ztdIds, patience))];
    const devices = new Map<string, Told>(
      answers.map(([ztdId, answer]) => [ztdId, answer instanceof GraphError ? undefined : answer]),
    );
    return { devices, isWhole: ![...devices.values()].includes(undefined) };
  } catch (error) {
    if (!(error instanceof GraphError) && !patience.aborted) throw error;
    ports.log.info('adopt.notRead', { tenantId, kind: error instanceof GraphError ? error.kind : 'timeout' });
    return notRead;
  }
}

interface Taken {
  readonly deviceId: string;
  /** False for a device that was in the queue, and whose registration was not known. */
  readonly isNew: boolean;
}

interface Refused {
  readonly serialNumber: string | null;
  readonly refusal: AdoptionRefusal;
}

interface Asked extends ToAdopt {
  readonly told: Told;
}

/** Takes one device in, or says why not. Belongs in a transaction. */
function takeIn(
  context: ServiceContext,
  tenantId: string,
  { ztdId, told, scannedSerialNumber, toLeave = false }: Asked,
): Taken | Refused {
  const { devices, history, listedDevices, tenants } = context;
  const listed = listedDevices.get(tenantId, ztdId);
  const serialNumber = told?.serialNumber ?? listed?.serialNumber ?? scannedSerialNumber;
  const [known] = devices.withZtdId(ztdId);
  if (known?.tenantId === tenantId) return { serialNumber, refusal: { code: 'devices.inQueue' } };
  if (known !== undefined) {
    const tenantName = tenantNameOf(tenants, known.tenantId);
    return { serialNumber, refusal: { code: 'devices.inOtherQueue', tenantName } };
  }
  if (told === null) {
    listedDevices.remove(tenantId, ztdId);
    return { serialNumber, refusal: { code: 'devices.notRegistered' } };
  }
  const evidence = evidenceOf(ztdId, told, listed, scannedSerialNumber);
  if (evidence === null) return { serialNumber, refusal: { code: 'devices.notListed' } };
  const { row } = evidence;
  const alike = serialNumber === null ? [] : listedDevices.withSerialNumber(tenantId, serialNumber);
  const match = matchInQueue(
    context,
    tenantId,
    { ...row, ztdId },
    alike.filter((other) => other.ztdId !== ztdId),
  );
  if (match.kind === 'cannotBeTold') {
    return { serialNumber, refusal: { code: 'devices.cannotBeTold', serialNumber: serialNumber ?? ztdId } };
  }
  const isNew = match.kind === 'none' || match.isTakenOff;
  const deviceId = match.kind === 'none' ? add(context, tenantId, row) : match.device.id;
  if (match.kind === 'same' && match.isTakenOff) devices.putBack(deviceId);
  history.add({ deviceId, subject: 'queue', sentence: sentenceOf(isNew, evidence, toLeave), source: context.who() });
  if (evidence.isCodeAlone) recordPageCode(context, deviceId, ztdId);
  else recordDevice(context, deviceId, row);
  listedDevices.remove(tenantId, ztdId);
  return { deviceId, isNew };
}

/** The best that is known of a device; null where nobody says that it is registered in this tenant. */
function evidenceOf(
  ztdId: string,
  told: AutopilotDevice | undefined,
  listed: ListedDevice | null,
  scannedSerialNumber: string | null,
): Evidence | null {
  if (told !== undefined) return { row: told, isCodeAlone: false };
  if (listed !== null) return { row: partialRow({ ...listed, id: ztdId }), isCodeAlone: false };
  if (scannedSerialNumber === null) return null;
  return { row: partialRow({ id: ztdId, serialNumber: scannedSerialNumber }), isCodeAlone: true };
}

/** A device as Microsoft holds it; what it says of the registration and the profile is recorded afterwards. */
function add({ devices }: ServiceContext, tenantId: string, row: AutopilotDeviceRow): string {
  const { serialNumber, manufacturer, model, productKeyId, groupTag } = row;
  return devices.add({
    tenantId,
    serialNumber: serialNumber?.trim() ?? null,
    manufacturer,
    model,
    productKeyId,
    groupTag,
    assignedUser: row.userPrincipalName,
    assignedUserName: row.addressableUserName,
    deviceName: row.displayName,
    registeredBy: 'other',
  }).id;
}

function sentenceOf(isNew: boolean, { isCodeAlone }: Evidence, toLeave: boolean): string {
  if (!isNew) return 'Found registered in the tenant; this device and the tenant’s record are one.';
  if (toLeave) return 'Registered by somebody else; taken in from the tenant to be deregistered.';
  return isCodeAlone
    ? 'Registered by somebody else; taken in by the code on its Autopilot page, as Microsoft could not be asked.'
    : 'Registered by somebody else; taken in from the tenant.';
}
