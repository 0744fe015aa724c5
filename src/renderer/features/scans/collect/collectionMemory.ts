import { z } from 'zod';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import type { Client } from '../../../api/client.ts';
import { collectText } from '../../../text/collect.ts';
import { modelName } from '../../../ui/modelName.ts';
import { bringBack, useCollection } from './collection.ts';

const KEY = 'reseal.collected';
const MOST_AT_ONCE = 1_000;
/** Ids alone: whose device it is to be is a person's name, and the browser writes what is kept here to the disk as it is. */
const kept = z.array(z.object({ id: z.uuid(), hadUser: z.boolean() }));
type Kept = z.infer<typeof kept>;

let isReady = false;

/** Keeps the collection of this tab, so that a reload of the page brings it back. Does nothing the second time. */
export async function rememberCollection(client: Client): Promise<void> {
  if (isReady) return;
  isReady = true;
  const before = keptBefore();
  useCollection.subscribe(({ devices }) => {
    const now: Kept = devices.map(({ id, userPrincipalName }) => ({ id, hadUser: userPrincipalName !== null }));
    sessionStorage.setItem(KEY, JSON.stringify(now));
  });
  if (before.length === 0) return;
  const outcome = await client.call('devices.rows', { ids: before.slice(0, MOST_AT_ONCE).map(({ id }) => id) });
  if (!outcome.ok) {
    // The next time that the screen is shown it is tried again.
    isReady = false;
    return;
  }
  const byId = new Map(outcome.value.devices.map((device) => [device.id, device]));
  const found = before.flatMap(({ id, hadUser }) => {
    const device = byId.get(id);
    return device === undefined ? [] : [{ device, hadUser }];
  });
  bringBack(
    found.map(({ device }) => ({
      id: device.id,
      tenantId: device.tenantId,
      title: deviceTitle(device),
      model: modelName(device),
      userPrincipalName: null,
    })),
    found
      .filter(({ hadUser }) => hadUser)
      .map(({ device }) => ({ title: deviceTitle(device), sentence: collectText.userForgotten })),
  );
}

function keptBefore(): Kept {
  try {
    return kept.parse(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
  } catch {
    // Not what was written here; there is nothing to bring back.
    return [];
  }
}
