import { startPracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';

/** So fast that no limit holds a reading up: they let go after some seconds of the tenant's time. */
const SPEED = 1_000;
const AT_ONCE = 200;
/** Until every device has its profile. */
const SETTLED_SECONDS = 600;

/** A practice tenant with some registered devices in a process of its own; prints how it is reached, and ends with its input. */
const count = Number(process.argv[2]);
const tenant = await startPracticeTenant({ stateFile: ':memory:', speed: SPEED });
for (let first = 0; first < count; first += AT_ONCE) {
  const devices = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, place) => {
    const number = first + place;
    const device = inventedDevice(number);
    return { hardwareIdentifier: inventedHash({ ...device, serialNumber: `REFRESH${number}` }), groupTag: 'Sales' };
  });
  const answer = await fetch(`${tenant.url}/practice/devices`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${tenant.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ devices }),
  });
  if (!answer.ok) throw new Error(`The practice tenant refused devices: ${await answer.text()}`);
}
tenant.advance(SETTLED_SECONDS);
process.stdout.write(`${JSON.stringify({ url: tenant.url, token: tenant.token })}\n`);
process.stdin.resume();
process.stdin.on('end', () => void tenant.close());
