import { unreadEsp } from '../../src/shared/esp/deviceEsp.ts';

/** What a device view is made of besides the device, where nothing of it matters. */
export const nothingBeside = {
  batchName: null,
  pendingChanges: 0,
  changes: { open: [], failed: [] },
  esp: unreadEsp,
  tenantMinutes: null,
};
