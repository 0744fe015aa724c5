import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { writeAutopilotCode } from '../../../shared/scans/writeAutopilotCode.ts';
import { pretendDevice, type DeviceScreen, type DrawnCode } from '../../../shared/tenants/deviceScreen.ts';
import { qrCode } from '../../paper/codes.ts';
import { askPractice, type PracticeControl } from './askPractice.ts';

type Play = ParsedInputOf<'tenants.playDevice'>;

const startScreen = pretendDevice.extend({
  organization: z.string(),
  profile: z.string().nullable(),
  user: z.string().nullable(),
  speed: z.number(),
});
const refusal = z.object({ error: z.string(), errorCode: z.string().nullish() });

/** Plays pretend devices: tells the practice tenant what a device would, and answers with what its screen shows then. */
export function createPretendDevices(control: PracticeControl): (act: Play) => Promise<DeviceScreen> {
  async function start({ ztdId }: Play): Promise<z.infer<typeof startScreen>> {
    const { status, body } = await askPractice(control, 'GET', `devices/${ztdId}`);
    if (status === 200) return startScreen.parse(body);
    throw new AppError('not-found', 'The practice tenant holds no such device.', {
      remedy: 'Register the device, and wait until it is listed.',
    });
  }

  async function windowsKey(act: Play): Promise<DeviceScreen> {
    const { profile, speed, ...device } = await start(act);
    if (profile === null) return { page: 'noProfile', device };
    return { page: 'landing', device, profile, speed, code: drawnCode(device) };
  }

  async function finish(act: Play): Promise<DeviceScreen> {
    const { ztdId, result, errorCode, elapsedMs } = act;
    const device = await start(act);
    const { status, body } = await askPractice(control, 'POST', `devices/${ztdId}/technician-flow`, {
      result,
      errorCode,
    });
    const refused = status === 200 ? null : refusal.parse(body);
    if (refused !== null && typeof refused.errorCode !== 'string') throw new AppError('blocked', refused.error);
    if (refused === null && result === 'success') {
      return { page: 'green', elapsedMs, code: drawnCode(device, { result, elapsedMs }) };
    }
    return {
      page: 'red',
      elapsedMs,
      errorCode: refused?.errorCode ?? errorCode,
      refusal: refused?.error ?? null,
      code: drawnCode(device, { result: 'failure', elapsedMs }),
    };
  }

  async function signIn(act: Play): Promise<DeviceScreen> {
    const { user } = await start(act);
    const { status, body } = await askPractice(control, 'POST', `devices/${act.ztdId}/user-flow`, {});
    if (status !== 200) throw new AppError('blocked', refusal.parse(body).error);
    return { page: 'desktop', user };
  }

  return (act) => {
    switch (act.step) {
      case 'windowsKey':
        return windowsKey(act);
      case 'finish':
        return finish(act);
      case 'signIn':
        return signIn(act);
    }
  };
}

function drawnCode(
  { ztdId, serialNumber }: { readonly ztdId: string; readonly serialNumber: string },
  outcome?: { readonly result: 'success' | 'failure'; readonly elapsedMs: number },
): DrawnCode {
  const id = randomUUID();
  const text = writeAutopilotCode({ id, ztdId, serialNumber, ...(outcome === undefined ? {} : { outcome }) });
  const { columns, bars } = qrCode(text);
  return { text, modules: columns, bars: [...bars] };
}
