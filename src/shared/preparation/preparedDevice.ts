import { z } from 'zod';
import { errorCodeIn } from '../knowledge/errorCodeIn.ts';
import { instant } from '../devices/device.ts';

const text = z.string().nullable();

/**
 * A device in the report of device preparation. Its numbers are texts, and what they mean is not documented: they stay as they came,
 * with words for those that have been seen. Source: report AutopilotV2DeploymentStatus of Intune.
 */
export const preparedDevice = z.object({
  /** The number of its row: a device may have several. */
  id: z.string(),
  deviceId: text,
  deviceName: text,
  serialNumber: text,
  userPrincipalName: text,
  enrolledAt: instant,
  /** The phase that was reported last, as it came. */
  phase: text,
  status: text,
  durationSeconds: z.number().nullable(),
  resultCode: text,
  /** What the report tells besides, as it came. */
  others: z.record(z.string(), z.unknown()),
});
export type PreparedDevice = z.infer<typeof preparedDevice>;

/** Those that have been seen with a result that tells what they mean. */
const statusWords: Readonly<Record<string, string>> = { '2': 'succeeded', '3': 'failed' };

/** How a deployment ended; a value that is new to us stays as it came. */
export const deploymentStatusWords = (status: string | null): string =>
  status === null || status === '' ? 'not told' : (statusWords[status] ?? status);

/** A result as Windows shows it: `-2147023436` is `0x800705b4`. Null where it is a success; what is no code stays as it came. */
export function resultCodeWords(code: string | null): string | null {
  if (code === null || code === '' || code === '0') return null;
  return errorCodeIn(code) ?? code;
}
