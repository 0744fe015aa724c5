import { makeBenchQueue, runningSerial } from '../support/benchQueue.ts';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, picture } from '../support/look.ts';
import { goToBench } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

test('a failure calls by the system once, in one of two windows, and only where that was allowed by hand', async ({
  dataFolder,
  openReseal,
  door,
}) => {
  test.skip(door !== 'loopback', 'Two tabs are the browser’s.');
  makeBenchQueue(dataFolder, 3);
  const { page, close } = await openReseal();
  const shown: string[] = [];
  await page.context().exposeFunction('tellShown', (title: string) => shown.push(title));
  // Stands in for the browser's question and for the system, which nobody can see here.
  await page.context().addInitScript(() => {
    let permission: NotificationPermission = localStorage.getItem('allowed') === null ? 'default' : 'granted';
    class Shown extends EventTarget {
      static get permission() {
        return permission;
      }
      static requestPermission() {
        localStorage.setItem('allowed', 'yes');
        permission = 'granted';
        return Promise.resolve(permission);
      }
      constructor(title: string) {
        super();
        (window as unknown as { tellShown: (title: string) => void }).tellShown(title);
      }
      close() {}
    }
    Object.defineProperty(window, 'Notification', { value: Shown });
  });
  await page.reload();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Allow notifications' }).click();
  await expect(page.getByRole('switch', { name: 'Notifications of the system' })).toBeChecked();
  await expectAccessible(page);
  await picture(page, 'settings-alarms');

  const other = await page.context().newPage();
  await other.goto(`${new URL(page.url()).origin}/#/bench`);
  await expect(other.getByText(runningSerial(1))).toBeVisible();
  await goToBench(page);
  await expect(page.getByText(runningSerial(1))).toBeVisible();

  const { devices } = await callProgram(page, 'devices.list', { search: runningSerial(3) });
  const [device] = devices;
  await callProgram(page, 'bench.record', { deviceId: device?.id ?? '', step: 'failure' });
  await expect.poll(() => shown).toEqual([`${runningSerial(3)} failed, shelf 3.`]);
  await callProgram(page, 'settings.write', { alarmKinds: [] });
  const { devices: more } = await callProgram(page, 'devices.list', { search: runningSerial(2) });
  await callProgram(page, 'bench.record', { deviceId: more[0]?.id ?? '', step: 'failure' });
  await expect(page.getByRole('region', { name: 'Needs a look' })).toContainText(runningSerial(2));
  expect(shown).toHaveLength(1);
  await close();
});
