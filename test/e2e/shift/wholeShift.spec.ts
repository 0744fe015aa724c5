import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DOMAIN } from '../../../src/main/practice-tenant/directory.ts';
import type { DeviceScreen } from '../../../src/shared/tenants/deviceScreen.ts';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { callProgram } from '../support/callProgram.ts';
import { answerOn, fillQueue, pressEnterAfterScan, scan } from '../support/practiceQueue.ts';
import { askPractice } from '../support/practiceTenant.ts';
import { expect, test } from '../support/resealTest.ts';

/** Four scenarios; as the group tag decides in the practice tenant. */
const groups = [
  { tag: '', devices: 16 },
  { tag: 'Hybrid', devices: 8 },
  { tag: 'Kiosk', devices: 8 },
  { tag: 'UserDriven', devices: 16 },
] as const;
const devices = groups.flatMap(({ tag, devices: count }) =>
  Array.from({ length: count }, (_, index) => ({ tag, serialNumber: `SHF${tag.slice(0, 1)}${index + 101}` })),
);
/** A kiosk is nobody’s. */
const owned = devices.filter(({ tag }) => tag !== 'Kiosk');
const flows = devices.filter(({ tag }) => tag === '' || tag === 'Hybrid');
/** How the first six technician flows end. */
const failures = ['0x800705b4', '0x81036502', '0x801c0003', '0x80070490', '0xc1036501', '0x80180014'];

/** Whom the practice tenant knows; a person may have several devices. */
const people = ['ada.lovelace', 'alan.turing', 'annie.easley', 'barbara.liskov', 'claude.shannon', 'grace.hopper'];

/** What the technician's hands did. */
const gestures = { scans: 0, keys: 0 };

async function scanCode(page: Page, text: string): Promise<void> {
  gestures.scans += 1;
  await scan(page, text);
}
async function press(page: Page, key: string): Promise<void> {
  gestures.keys += 1;
  await page.keyboard.press(key);
}
/** Scans a device and confirms the step that its answer names. */
async function scanAndConfirm(page: Page, text: string, step: string): Promise<void> {
  await scanCode(page, text);
  await expect(answerOn(page).getByRole('button', { name: step, exact: true })).toBeFocused();
  gestures.keys += 1;
  await pressEnterAfterScan(page);
}

/** Counts what a mouse does in a page from now on. */
async function watchMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const kind of ['mousedown', 'pointerdown'] as const) {
      window.addEventListener(kind, () => document.documentElement.setAttribute('data-mouse', kind), { capture: true });
    }
  });
}
const mouseIn = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.documentElement.getAttribute('data-mouse'));

test.setTimeout(900_000);

test('forty devices with their users, and eight kiosks, go through a shift by scanner and keys alone, past six failures, two cuts of the network and a restart', async ({
  openReseal,
  dataFolder,
  practice,
}) => {
  let opened = await openReseal();
  const rows = devices.map(({ tag, serialNumber }) => `${serialNumber},,${inventedHash(serialNumber)},${tag}`);
  const file = join(dataFolder, 'shift.csv');
  await writeFile(file, ['Device Serial Number,Windows Product ID,Hardware Hash,Group Tag', ...rows].join('\r\n'));
  await fillQueue(opened.page, { file });
  const [{ id: tenantId } = { id: '' }] = (await callProgram(opened.page, 'tenants.list', {})).tenants;
  await watchMouse(opened.page);

  await test.step('forty users in under ten gestures', async () => {
    const { page } = opened;
    const list = owned.map(
      ({ serialNumber }, index) => `${serialNumber}\t${people[index % people.length] ?? ''}@${DOMAIN}`,
    );
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((text) => navigator.clipboard.writeText(text), ['Serial number\tUser', ...list].join('\n'));
    await press(page, 'Control+k');
    gestures.keys += 1;
    await page.keyboard.insertText('change from a list');
    await press(page, 'Enter');
    await expect(page.getByRole('textbox', { name: 'Paste the list here' })).toBeVisible();
    await press(page, 'Control+v');
    await expect(page.getByRole('button', { name: 'Apply to 40 devices' })).toBeVisible();
    await press(page, 'n');
    await expect(page.getByRole('button', { name: 'Apply to 40 devices' })).toBeFocused();
    await press(page, 'Enter');
    await expect(page.getByText('40 devices changed', { exact: false }).last()).toBeVisible();
    expect(gestures.keys + gestures.scans).toBeLessThan(10);
  });

  const found = await callProgram(opened.page, 'devices.list', { tenantId, limit: 100 });
  await callProgram(opened.page, 'registration.register', { deviceIds: found.devices.map(({ id }) => id) });
  const steps = async () => {
    const { byNextStep } = await callProgram(opened.page, 'devices.list', { tenantId, limit: 1 });
    return byNextStep;
  };
  await expect.poll(steps, { timeout: 120_000 }).toEqual({ startBench: 32, ship: 16 });
  const ztdIds = new Map(
    (await callProgram(opened.page, 'devices.list', { tenantId, limit: 100 })).devices.map((device) => [
      device.serialNumber,
      device.ztdId ?? '',
    ]),
  );
  /** What the technician does on the device itself, and what its screen shows then. */
  const onDevice = (serialNumber: string, step: 'windowsKey' | 'finish', errorCode?: string): Promise<DeviceScreen> =>
    callProgram(opened.page, 'tenants.playDevice', {
      id: tenantId,
      ztdId: ztdIds.get(serialNumber) ?? '',
      step,
      elapsedMs: 60_000,
      ...(errorCode === undefined ? {} : { result: 'failure', errorCode }),
    });
  const cutNetwork = (isCut: boolean) =>
    askPractice({ practice }, 'PUT', '/practice/mood', { mood: isCut ? 'unplugged' : 'well' });

  await press(opened.page, '1');
  await expect(opened.page.getByRole('heading', { level: 1, name: 'Bench' })).toBeVisible();
  const second = opened.page.context().waitForEvent('page');
  await press(opened.page, 'Control+k');
  await opened.page.keyboard.insertText('another window');
  await press(opened.page, 'Enter');
  const other = await second;
  await watchMouse(other);

  await test.step('every technician flow and deployment is started; the network is cut on the way', async () => {
    const { page } = opened;
    for (const [index, { serialNumber }] of devices.filter(({ tag }) => tag !== 'UserDriven').entries()) {
      if (index === 8) await cutNetwork(true);
      if (index === 16) await cutNetwork(false);
      const screen = await onDevice(serialNumber, 'windowsKey');
      if (screen.page !== 'landing') throw new Error(`${serialNumber} shows ${screen.page}.`);
      await scanAndConfirm(page, screen.code.text, 'Start');
      await expect(page.getByRole('listitem', { name: new RegExp(`${serialNumber}: start recorded`) })).toBeVisible();
    }
    const running = other.getByRole('region', { name: 'Running' });
    for (const { serialNumber } of flows) await expect(running).toContainText(serialNumber);
  });

  await test.step('six turn red, each in its own way; a restart cuts in, and then the network again', async () => {
    for (const [index, { serialNumber }] of flows.entries()) {
      if (index === 8) {
        expect([await mouseIn(opened.page), await mouseIn(other)]).toEqual([null, null]);
        await opened.kill();
        opened = await openReseal();
        await watchMouse(opened.page);
        await press(opened.page, '1');
      }
      if (index === 12) await cutNetwork(true);
      if (index === 18) await cutNetwork(false);
      const { page } = opened;
      const errorCode = failures[index];
      const screen = await onDevice(serialNumber, 'finish', errorCode);
      if (screen.page !== 'green' && screen.page !== 'red') throw new Error(`${serialNumber} shows ${screen.page}.`);
      await scanCode(page, screen.code?.text ?? '');
      await expect(answerOn(page)).toContainText(serialNumber);
      if (errorCode === undefined) continue;
      await expect(answerOn(page).getByRole('textbox', { name: /^Code on the screen/ })).toBeFocused();
      gestures.keys += 1;
      await page.keyboard.type(errorCode, { delay: 60 });
      await press(page, 'Enter');
      await expect(answerOn(page)).toContainText(`${errorCode} recorded`);
    }
  });

  const before = { ...gestures };
  await test.step('the green ones are resealed and shipped', async () => {
    for (const { serialNumber } of flows.slice(failures.length)) {
      await scanAndConfirm(opened.page, serialNumber, 'It is resealed');
      await scanAndConfirm(opened.page, serialNumber, 'It is shipped');
    }
  });
  const good = flows.length - failures.length;
  // A start and a result besides: two scans and one key.
  expect((gestures.scans - before.scans) / good + 2).toBeLessThanOrEqual(4);
  expect((gestures.keys - before.keys) / good + 1).toBeLessThanOrEqual(3);

  await test.step('kiosks are recorded at their sign-on screen, and what needs no bench is shipped', async () => {
    const { page } = opened;
    for (const { serialNumber } of devices.filter(({ tag }) => tag === 'Kiosk')) {
      await onDevice(serialNumber, 'finish');
      await scanCode(page, serialNumber);
      await expect(answerOn(page)).toContainText(`Running ${serialNumber}`);
      await press(page, 'n');
      await expect(page.getByRole('button', { name: 'Record success' })).toBeFocused();
      await press(page, 'Enter');
    }
    for (const { serialNumber } of devices.filter(({ tag }) => tag === 'UserDriven')) {
      await scanAndConfirm(page, serialNumber, 'It is shipped');
    }
  });

  const ended = (await callProgram(opened.page, 'devices.list', { tenantId, limit: 100 })).devices;
  const count = (isIt: (device: (typeof ended)[number]) => boolean): number => ended.filter(isIt).length;
  expect(count(({ bench }) => bench === 'failed')).toBe(failures.length);
  expect(count(({ reseal }) => reseal === 'shipped')).toBeGreaterThanOrEqual(good);
  expect(count(({ assignedUser }) => assignedUser !== null)).toBe(owned.length);
  expect(
    ended.flatMap(({ bench, benchError }) => (bench === 'failed' ? (benchError?.code ?? 'none') : [])).sort(),
  ).toEqual([...failures].sort());
  expect([await mouseIn(opened.page)]).toEqual([null]);
  await opened.close();
});
