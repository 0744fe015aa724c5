import { z } from 'zod';
import { oneOf } from '../oneOf.ts';

/** What the last application of a deployment answers when it cannot be installed. */
export const APPLICATION_FAILED = '0x81036502';

/** A device that the practice tenant holds. No such device exists. */
export const pretendDevice = z.object({
  ztdId: z.string(),
  serialNumber: z.string(),
  manufacturer: z.string(),
  model: z.string(),
});

/** A QR code: its text, and its dark modules as bars, without a quiet zone. */
const drawnCode = z.object({
  text: z.string(),
  modules: z.number().int(),
  bars: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
});
export type DrawnCode = z.infer<typeof drawnCode>;

/** What the device knows of itself at its start. */
const startScreen = pretendDevice.extend({
  organization: z.string(),
  /** The user who is assigned. */
  user: z.string().nullable(),
});

/** How a device goes on from its first page: with a technician, by itself, or with its user. */
export const deploymentMode = z.enum(['preProvisioning', 'selfDeploying', 'userDriven']);
export type DeploymentMode = z.infer<typeof deploymentMode>;

/**
 * What the screen of a pretend device shows, page by page as Windows does. Sources: "Windows Autopilot for pre-provisioned
 * deployment", technician flow; "Windows Autopilot self-deploying mode" (Microsoft Learn).
 */
export const deviceScreen = oneOf('page', () => [
  /** After the Windows key, five times: with the code by which the device is found, and how fast its time passes. */
  z.object({
    page: z.literal('landing'),
    device: startScreen,
    profile: z.string(),
    mode: deploymentMode,
    code: drawnCode,
    speed: z.number().positive(),
  }),
  /** The same, where no profile is assigned yet: Windows shows no code then. */
  z.object({ page: z.literal('noProfile'), device: startScreen }),
  z.object({ page: z.literal('green'), elapsedMs: z.number(), code: drawnCode }),
  z.object({
    page: z.literal('red'),
    elapsedMs: z.number(),
    errorCode: z.string(),
    /** Why the tenant did not let the flow run; null where the failure is the chosen one. */
    refusal: z.string().nullable(),
    /** The code of a technician flow; other deployments show none. */
    code: drawnCode.nullable(),
  }),
  /** A device that deployed by itself shows the sign-on screen of Windows. */
  z.object({ page: z.literal('signOn'), elapsedMs: z.number() }),
  /** Somebody has signed in: the device’s user, unless it is nobody’s (`isShared`). */
  z.object({ page: z.literal('desktop'), user: z.string().nullable(), isShared: z.boolean() }),
]);
export type DeviceScreen = z.infer<typeof deviceScreen>;
