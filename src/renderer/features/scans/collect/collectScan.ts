import { checkUserPrincipalName } from '../../../../shared/assignment/userPrincipalName.ts';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import type { Client } from '../../../api/client.ts';
import { collectText } from '../../../text/collect.ts';
import { modelName } from '../../../ui/modelName.ts';
import { scanAnswerOf } from '../scanAnswer.ts';
import { playAnswer } from '../scanSound.ts';
import { addBadScan, collect, pairLast } from './collection.ts';

/** Scans are answered in the order in which they came: a badge belongs to the device before it. */
let before: Promise<void> = Promise.resolve();

/** Adds the device of a scan to the collection, or the user of a badge to the device before it; what is neither stays in sight. */
export function collectScan(
  client: Client,
  scanned: { readonly text: string; readonly before?: string },
  sounds: boolean,
): void {
  before = before.then(() => take(client, scanned, sounds));
}

async function take(
  client: Client,
  scanned: { readonly text: string; readonly before?: string },
  sounds: boolean,
): Promise<void> {
  const isAdded = isBadge(scanned.text) ? takeBadge(scanned.text.trim()) : await takeDevice(client, scanned);
  if (sounds) playAnswer(isAdded ? 'green' : 'amber');
}

/** No serial number and no code of Windows holds the sign of an address. */
const isBadge = (text: string): boolean => checkUserPrincipalName(text.trim()) === null;

function takeBadge(userPrincipalName: string): boolean {
  if (pairLast(userPrincipalName, Date.now())) return true;
  addBadScan(userPrincipalName, collectText.noDeviceBefore);
  return false;
}

async function takeDevice(
  client: Client,
  scanned: { readonly text: string; readonly before?: string },
): Promise<boolean> {
  // Nothing is recorded: a result code only says which device it is.
  const outcome = await client.call('scans.read', { ...scanned, apply: false });
  const device = outcome.ok && outcome.value.verdict !== 'otherTenant' ? outcome.value.device : null;
  if (device === null || (outcome.ok && outcome.value.verdict === 'notInTenant')) {
    const { word, line, name } = scanAnswerOf(outcome, scanned.text, false, new Date());
    addBadScan(name ?? scanned.text, collectText.notAdded([word, line].filter(Boolean).join('. ')));
    return false;
  }
  const { id, tenantId } = device;
  return collect({ id, tenantId, title: deviceTitle(device), model: modelName(device) }, Date.now()) === 'added';
}
