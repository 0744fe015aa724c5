import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { writeAutopilotCode } from '../../../shared/scans/writeAutopilotCode.ts';
import {
  deploymentMode,
  pretendDevice,
  type DeviceScreen,
  type DrawnCode,
} from '../../../shared/tenants/deviceScreen.ts';
import { askPractice, type PracticeControl } from './askPractice.ts';

type Play = ParsedInputOf<'tenants.playDevice'>;

const startScreen = pretendDevice.extend({
  organization: z.string(),
  profile: z.string().nullable(),
  mode: deploymentMode.nullable(),
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
    const { profile, mode, speed, ...device } = await start(act);
    if (profile === null || mode === null) return { page: 'noProfile', device };
    return { page: 'landing', device, profile, mode, speed, code: await drawnCode(device) };
  }

  /** Ends a flow as the person chose, or as the tenant lets it end: the red page of the latter, null for the former. */
  async function end(
    { ztdId, result, errorCode, elapsedMs }: Play,
    flow: 'technician-flow' | 'self-deployment' | 'user-flow',
    code: DrawnCode | null,
  ): Promise<DeviceScreen | null> {
    const { status, body } = await askPractice(control, 'POST', `devices/${ztdId}/${flow}`, { result, errorCode });
    const refused = status === 200 ? null : refusal.parse(body);
    if (refused !== null && typeof refused.errorCode !== 'string') throw new AppError('blocked', refused.error);
    if (refused === null && result === 'success') return null;
    const shown = refused?.errorCode ?? errorCode;
    return { page: 'red', elapsedMs, errorCode: shown, refusal: refused?.error ?? null, code };
  }

  async function finish(act: Play): Promise<DeviceScreen> {
    const { result, elapsedMs } = act;
    const device = await start(act);
    if (device.mode === 'selfDeploying') {
      return (await end(act, 'self-deployment', null)) ?? { page: 'signOn', elapsedMs };
    }
    const red = await end(act, 'technician-flow', await drawnCode(device, { result: 'failure', elapsedMs }));
    return red ?? { page: 'green', elapsedMs, code: await drawnCode(device, { result, elapsedMs }) };
  }

  async function signIn(act: Play): Promise<DeviceScreen> {
    const { user, mode } = await start(act);
    const red = await end(act, 'user-flow', null);
    return red ?? { page: 'desktop', user, isShared: mode === 'selfDeploying' };
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

/** What draws codes is loaded with the first one: it is large, and a command that prints none starts without it. */
async function drawnCode(
  { ztdId, serialNumber }: { readonly ztdId: string; readonly serialNumber: string },
  outcome?: { readonly result: 'success' | 'failure'; readonly elapsedMs: number },
): Promise<DrawnCode> {
  const { qrCode } = await import('../../paper/codes.ts');
  const id = randomUUID();
  const text = writeAutopilotCode({ id, ztdId, serialNumber, ...(outcome === undefined ? {} : { outcome }) });
  const { columns, bars } = qrCode(text);
  return { text, modules: columns, bars: [...bars] };
}
