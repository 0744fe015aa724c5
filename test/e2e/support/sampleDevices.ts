import { expect, type Locator, type Page } from '@playwright/test';
import { callProgram } from './callProgram.ts';

type Step = 'windowsKey' | 'finish' | 'signIn';

/** Sample devices of the practice tenant, and what happens to them away from Reseal. */
export interface SampleDevices {
  readonly tenantId: string;
  /** Registers a device of the queue, waits for its next step, and opens its page. Returns its id. */
  readonly open: (serialNumber: string, nextStep: string) => Promise<string>;
  /** What a person does on the device itself. */
  readonly play: (deviceId: string, step: Step) => Promise<void>;
  /** Reads the device from Microsoft. */
  readonly refresh: (deviceId: string) => Promise<void>;
}

/** Practises with the sample devices, by the program’s own door: how a person does it is judged where that is the question. */
export async function bringSamples(page: Page): Promise<SampleDevices> {
  const { id: tenantId } = await callProgram(page, 'tenants.addPractice', {});
  await callProgram(page, 'tenants.addSamples', { id: tenantId });

  async function idOf(serialNumber: string): Promise<string> {
    const { devices } = await callProgram(page, 'devices.list', { tenantId, search: serialNumber });
    const [device] = devices;
    if (device === undefined) throw new Error(`${serialNumber} is not in the queue.`);
    return device.id;
  }

  return {
    tenantId,
    async open(serialNumber, nextStep) {
      const id = await idOf(serialNumber);
      await callProgram(page, 'registration.register', { deviceIds: [id] });
      await page.goto(`${new URL(page.url()).origin}/#/device/${id}`);
      await expect(nextStepOf(page).getByRole('heading', { name: nextStep })).toBeVisible();
      return id;
    },
    async play(deviceId, step) {
      const { device } = await callProgram(page, 'devices.get', { id: deviceId });
      const end = step === 'finish' ? ({ result: 'success', elapsedMs: 1_500_000 } as const) : {};
      await callProgram(page, 'tenants.playDevice', { id: tenantId, ztdId: device.ztdId ?? '', step, ...end });
    },
    async refresh(deviceId) {
      await callProgram(page, 'tracking.refresh', { tenantId, deviceIds: [deviceId] });
    },
  };
}

/** What the page of a device says is to be done. */
export const nextStepOf = (page: Page): Locator => page.getByRole('region', { name: 'Next step' });

/** Presses a button of the next step. */
export const pressNext = (page: Page, button: string): Promise<void> =>
  nextStepOf(page).getByRole('button', { name: button }).click();

/** Opens an act from the menu of a device’s page. */
export async function chooseAct(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}
