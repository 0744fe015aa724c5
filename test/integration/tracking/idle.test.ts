import { expect, test } from 'vitest';
import { countStatements } from '../../rigs/countStatements.ts';
import { serials, startRegistrationRig } from '../../rigs/registrationRig.ts';

const DEVICES = 200;

test('until Microsoft has answered, no device of the queue is read for a refresh', async () => {
  const asked = Promise.withResolvers<undefined>();
  const rig = await startRegistrationRig(
    {},
    {
      runsOutbox: false,
      fetch(...request) {
        if (!new Request(...request).url.includes('windowsAutopilotDeviceIdentities'))
          return globalThis.fetch(...request);
        asked.resolve(undefined);
        return Promise.resolve(Response.json({ error: { code: 'Forbidden', message: 'No.' } }, { status: 403 }));
      },
    },
  );
  rig.addDevices(serials(DEVICES).map((serialNumber) => ({ serialNumber })));
  rig.withStore(({ database }) => {
    database.exec(`UPDATE device SET registration = 'registered', ztd_id = id, microsoft_read_at = updated_at`);
  });

  const count = countStatements();
  const refresh = rig.dispatch('tracking.refresh', { tenantId: rig.tenantId });
  await asked.promise;
  count.stop();

  expect(count.statements()).toBeGreaterThan(0);
  expect(count.deviceRows()).toBeLessThan(DEVICES);
  await rig.close();
  await refresh;
});
