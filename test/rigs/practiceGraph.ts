import { createHash } from 'node:crypto';
import {
  startPracticeTenant,
  type PracticeTenant,
  type PracticeTenantOptions,
} from '../../src/main/practice-tenant/startPracticeTenant.ts';
import { encodeHardwareHash, type DeviceDescription } from '../../src/shared/hashes/encodeHardwareHash.ts';

/** What a test reads of an answer: status, headers, and the body as a record of unknown things. */
export interface GraphReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface PracticeGraph {
  readonly tenant: PracticeTenant;
  /** `path` begins with the version, `/practice` or the tenant; the token is sent unless the headers bring one. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<GraphReply>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<GraphReply>;
  readonly post: (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<GraphReply>;
  readonly remove: (path: string) => Promise<GraphReply>;
  readonly close: () => Promise<void>;
}

/** A practice tenant whose time stands still unless the test moves it. */
export async function startPracticeGraph(
  options: Partial<PracticeTenantOptions> = {},
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<PracticeGraph> {
  const start = Date.UTC(2026, 5, 1, 8);
  const tenant = await startPracticeTenant({ stateFile: ':memory:', now: () => start, ...options });

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphReply> {
    const response = await fetch(tenant.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${tenant.token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: readRecord(text) };
  }

  return {
    tenant,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    remove: (path) => send('DELETE', path),
    close: tenant.close,
  };
}

/** The rows of a list answer. */
export function rowsOf(reply: GraphReply): readonly Readonly<Record<string, unknown>>[] {
  const { value } = reply.body;
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Graph's error code, and Intune's message out of its JSON string. */
export function errorOf(reply: GraphReply): { readonly code: unknown; readonly message: string } {
  const { error } = reply.body;
  if (!isRecord(error)) return { code: undefined, message: '' };
  const message = String(error['message']);
  const inner = message.startsWith('{') ? readRecord(message)['Message'] : message;
  return { code: error['code'], message: String(inner) };
}

/** The hash of a notebook that exists nowhere. */
export function inventedHash(serialNumber: string, changes: Partial<DeviceDescription> = {}): string {
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const seed = sha256(Buffer.from(serialNumber));
  const description: DeviceDescription = {
    manufacturer: 'Fabrikam',
    productName: 'Fabrikam Slate 13',
    serialNumber,
    skuNumber: 'FS13',
    systemFamily: 'Slate',
    smbiosUuid: Buffer.from(seed.subarray(0, 16))
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    productKeyId: '3300000000002',
    tpm: {
      version: "TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'FBKM'-Firmware:1.2",
      endorsementKey: Uint8Array.from({ length: 256 }, (_, index) => (seed[index % 32] ?? 0) ^ index),
    },
    macAddresses: [{ medium: 14, address: '02:00:5E:20:00:01', bus: 'PCI' }],
    disks: [
      { serialNumber: `D-${serialNumber}`, product: 'Fabrikam SSD', vendor: 'Fabrikam', capacityGb: 512, busType: 17 },
    ],
    processorModel: 'Fabrikam CPU',
    memoryGib: 16,
    collectedAt: new Date('2026-05-04T08:30:00Z'),
    utcOffsetMinutes: 0,
    osBuild: '10.0.26100.4061',
    osType: 2,
    ...changes,
  };
  return encodeHardwareHash(description, sha256);
}

export interface InventedDevice {
  readonly serialNumber: string;
  readonly groupTag?: string;
  readonly assignedUserPrincipalName?: string;
  readonly hardwareIdentifier?: string;
}

/** The body of the import action for some invented devices. */
export function importBody(devices: readonly InventedDevice[]): object {
  return {
    importedWindowsAutopilotDeviceIdentities: devices.map((device) => ({
      hardwareIdentifier: inventedHash(device.serialNumber),
      ...device,
    })),
  };
}

export const IMPORTED = '/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities';
export const DEVICES = '/beta/deviceManagement/windowsAutopilotDeviceIdentities';
export const SETTINGS = '/beta/deviceManagement/windowsAutopilotSettings';

/** Longer than any import, listing, profile assignment and read-back takes, in virtual seconds. */
export const LONG_ENOUGH = 600;

/** Registers invented devices and waits until they have their profiles; returns their ZTDIDs in order. */
export async function register(graph: PracticeGraph, devices: readonly InventedDevice[]): Promise<readonly string[]> {
  await graph.post(`${IMPORTED}/import`, importBody(devices));
  graph.tenant.advance(LONG_ENOUGH);
  const rows = rowsOf(await graph.get(DEVICES));
  return devices.map(({ serialNumber }) => String(rows.find((row) => row['serialNumber'] === serialNumber)?.['id']));
}

function readRecord(text: string): Readonly<Record<string, unknown>> {
  if (!text.startsWith('{')) return {};
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
