import { z } from 'zod';
import { instant } from '../devices/device.ts';

/** The user flow should not begin earlier: tokens of the technician flow need time. "Windows Autopilot for pre-provisioned deployment", user flow tip. */
export const USER_FLOW_NOT_BEFORE_MINUTES = 90;
/** After six months the certificates of the Intune Management Extension may have expired. Same page. */
export const USER_FLOW_MONTHS = 6;
/** That length as people are told of it. */
export const USER_FLOW_LENGTH = 'six months';
export const USER_FLOW_OVER = 'Six months are over since the technician flow';
/** From then on people are warned. */
export const WARNING_MONTHS = 5;

/** The time in which the user should start the device for the first time. */
export const userFlowWindow = z.object({
  /** none: no technician flow has ended well · tooEarly · open · closing: over in less than a month · closed · done */
  state: z.enum(['none', 'tooEarly', 'open', 'closing', 'closed', 'done']),
  notBefore: instant,
  warnAfter: instant,
  notAfter: instant,
});
export type UserFlowWindow = z.infer<typeof userFlowWindow>;
