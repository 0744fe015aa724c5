import { z } from 'zod';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

const whole = z.number().int();

/** What Intune proposes for the time-out. Source: Microsoft, “Enrollment Status Page”, settings. */
export const USUAL_TIMEOUT_MINUTES = 60;

/** What to look at before devices start with a status page. */
export const espFinding = oneOf('code', () => [
  coded('esp.offForPreProvisioning', { devices: whole }),
  coded('esp.offForAll'),
  coded('esp.off'),
  coded('esp.notAssigned'),
  coded('esp.usersOnly', { apps: whole }),
  coded('esp.shortTimeout', { minutes: whole }),
  coded('esp.notBlocking'),
  coded('esp.noDiagnostics'),
]);
export type EspFinding = z.infer<typeof espFinding>;

/** What is only to be known; all else is to be looked at. */
const NOTES: ReadonlySet<EspFinding['code']> = new Set(['esp.off', 'esp.notBlocking', 'esp.noDiagnostics']);

export const isNote = ({ code }: EspFinding): boolean => NOTES.has(code);

/**
 * Sources: Microsoft, “Pre-provision” (technician flow), the tutorials’ “Configure and assign the Enrollment Status Page”,
 * “Known issues” (blocking apps), “What’s new” (installation time of Win32 apps).
 */
const words: Catalogue<EspFinding> = {
  'esp.offForPreProvisioning': ({ devices }) =>
    `It shows no progress, and devices that are to be pre-provisioned get it: ${devices}. Reseal can then appear before apps and settings are there. Turn on “Show app and profile configuration progress”.`,
  'esp.offForAll': () =>
    'It shows no progress, and no other page is assigned. For pre-provisioning, create a page of your own that shows progress, and assign it to the device group.',
  'esp.off': () => 'It shows no progress, so it holds no device and has no time-out.',
  'esp.notAssigned': () => 'It is assigned to nobody, so that no device gets it. Assign it to a device group.',
  'esp.usersOnly': ({ apps }) =>
    `It is assigned to users only, who are not known during device setup: its blocking apps (${apps}) are ignored there. Assign it to a device group, or choose the apps in the default page.`,
  'esp.shortTimeout': ({ minutes }) =>
    `It gives up after ${minutes} minutes; Intune proposes ${USUAL_TIMEOUT_MINUTES}. It must be at least as long as the longest installation time of a Win32 app.`,
  'esp.notBlocking': () => 'It does not block the device until all is installed: a user can leave it early.',
  'esp.noDiagnostics': () =>
    'Log collection and the diagnostics page are off; Microsoft recommends them, and they help after a failure.',
};

/** What is found, and what to do about it. */
export const espFindingWords = (finding: EspFinding): string => wordsOf(words, finding.code, finding);
