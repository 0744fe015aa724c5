import type { DeviceCheck } from '../../../shared/api/contract/preflight.ts';
import { decodeHardwareHash } from '../../../shared/hashes/decodeHardwareHash.ts';
import { inspectHardwareHash } from '../../../shared/hashes/inspectHardwareHash.ts';
import { citedPages } from '../../../shared/preflight/citedPages.ts';
import { judgeDevice } from '../../../shared/preflight/judgeDevice.ts';
import { judgedOf } from '../../../shared/preflight/judgedOf.ts';
import type { PreflightFinding } from '../../../shared/preflight/preflightFinding.ts';
import { byWeight, verdictsOf } from '../../../shared/preflight/verdicts.ts';
import { sha256 } from '../hashes/hashInspector.ts';

type Named = Pick<DeviceCheck, 'serialNumber' | 'manufacturer' | 'model' | 'capturedAt'>;

/** What a hash says of its device. @param hash as it came; a damaged one is a finding */
export function checkHash(hash: string, now: Date): DeviceCheck {
  const inspection = inspectHardwareHash(hash, { sha256, now });
  const { inventory } = decodeHardwareHash(inspection.canonical ?? hash, sha256);
  const { serialNumber, manufacturer, productName: model, collectedAt: capturedAt } = inspection.fields;
  return checked({ serialNumber, manufacturer, model, capturedAt }, judgeDevice({ inspection, inventory }));
}

/** Nothing can be told of a device without a hash. */
export const checkWithoutHash = (device: Omit<Named, 'capturedAt'>): DeviceCheck =>
  checked({ ...device, capturedAt: null }, [{ code: 'device.noHash' }]);

function checked(
  { serialNumber, manufacturer, model, capturedAt }: Named,
  found: readonly PreflightFinding[],
): DeviceCheck {
  const findings = byWeight(found.map((finding) => judgedOf(finding, citedPages)));
  return {
    serialNumber,
    manufacturer,
    model,
    capturedAt,
    verdicts: [...verdictsOf(findings)],
    findings: [...findings],
  };
}
