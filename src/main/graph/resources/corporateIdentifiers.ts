import type { GraphClient } from '../graphClient.ts';

/** A device named by what it reports of itself; must match exactly. */
export interface CorporateIdentifier {
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
}

/** Uploads identifiers for device preparation. The answer's `status` is not success: look them up afterwards. */
export declare function importCorporateIdentifiers(
  client: GraphClient,
  identifiers: readonly CorporateIdentifier[],
  signal: AbortSignal,
): Promise<void>;
/** Which of the identifiers Intune holds, as `Manufacturer,Model,Serial`. */
export declare function searchCorporateIdentifiers(
  client: GraphClient,
  identifiers: readonly CorporateIdentifier[],
  signal: AbortSignal,
): Promise<readonly string[]>;
