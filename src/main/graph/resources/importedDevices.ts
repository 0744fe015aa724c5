import type { GraphClient } from '../graphClient.ts';

/** One device to register. The hash is sent as it was captured: standard base64. */
export interface DeviceToImport {
  readonly serialNumber: string;
  readonly hardwareHash: string;
  readonly productKeyId: string | null;
  readonly groupTag: string | null;
  readonly assignedUserPrincipalName: string | null;
  /** Names the batch; Graph does not always keep it, so keep the records' ids too. */
  readonly importId: string;
}

/** What became of one imported device so far. */
export interface ImportedDevice {
  readonly id: string;
  readonly importId: string | null;
  readonly serialNumber: string | null;
  /** unknown, pending, partial: not finished; complete, error; or a word new to us. */
  readonly status: string;
  /** The ZTDID once the import is complete; may still be missing for a moment then. */
  readonly ztdId: string | null;
  readonly errorCode: number | null;
  readonly errorName: string | null;
}

/** Starts the import of a batch; returns one record per device, in the order sent. Not to be repeated blindly. */
export declare function importDevices(
  client: GraphClient,
  devices: readonly DeviceToImport[],
  signal: AbortSignal,
): Promise<readonly ImportedDevice[]>;
/** All import records of the tenant, page by page, whoever made them. */
export declare function listImportedDevices(
  client: GraphClient,
  signal: AbortSignal,
): AsyncGenerator<readonly ImportedDevice[]>;
export declare function getImportedDevice(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<ImportedDevice | null>;
/** Deletes an import record that is final; a record that is gone counts as deleted. */
export declare function removeImportedDevice(client: GraphClient, id: string, signal: AbortSignal): Promise<void>;
