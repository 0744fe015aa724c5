import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';

/** Has the practice tenant behave as if this device had run the technician flow well: it enrolls. */
export async function playTechnicianFlow(
  { url, token }: { readonly url: string; readonly token: string },
  ztdId: string,
): Promise<void> {
  const answer = await fetch(`${url}/practice/devices/${encodeURIComponent(ztdId)}/technician-flow`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ result: 'success' }),
  });
  if (answer.ok) return;
  throw new CommandError(
    `The practice tenant did not play the technician flow of ${ztdId} (status ${answer.status}). Run the demo again.`,
    exitStatus.failed,
  );
}
