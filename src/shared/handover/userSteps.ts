import type { DeviceScenario } from '../scenarios/scenarioOf.ts';
import type { JoinType } from '../scenarios/scenarioName.ts';

/** One thing that the device shows to its user, and what to do there. */
export interface UserStep {
  readonly title: string;
  readonly text: string;
}

const start: UserStep = {
  title: 'Plug it in and turn it on',
  text: 'Connect the power adapter, and a network cable if you have one. Leave it plugged in until you are done. It may restart by itself.',
};
const network: UserStep = {
  title: 'Region, keyboard and network',
  text: 'Choose your country or region and your keyboard where it asks for them. At “Let’s connect you to a network”, choose your Wi-Fi or use the cable, then press Next. With a cable it may ask for none of this.',
};
const networkOfDomain: UserStep = {
  title: network.title,
  text: `${network.text} It needs the internet and your organisation’s own network: in the office, or by the VPN that your organisation set up.`,
};
const entraSignIn: UserStep = {
  title: 'Sign in with your work account',
  text: 'Type your work e-mail address and your password; the address may be there already. Press Sign in (Next on Windows 10). Confirm with your phone or your second factor if it asks.',
};
const anySignIn: UserStep = {
  title: 'Sign in when it asks',
  text: 'Use the account of your organisation: at a page with its name your work e-mail address, at the Windows sign-in the account of its domain. It may ask for both.',
};
const domainSignIn: UserStep = {
  title: 'Sign in to Windows',
  text: 'Press Ctrl+Alt+Del, type the user name and the password of your organisation’s domain, and press Enter.',
};
const accountSetup: UserStep = {
  title: 'Wait for Account setup',
  text: 'A page may ask for your work account once more. Sign in, leave “Allow my organization to manage my device” ticked, press OK, then Done. If the screen locks, press Ctrl+Alt+Del and sign in as before.',
};
const signInAgain: UserStep = {
  title: 'Sign out, and sign in again',
  text: 'When the setup ends, press Sign out, and sign in once more with the account of your organisation’s domain. The device is ready.',
};
const desktop: UserStep = { title: 'The desktop appears', text: 'It comes by itself. The device is ready.' };

const deviceAgain: UserStep = {
  title: 'Wait while the device is set up',
  text: 'The list shows Device setup again, although the lab has run it: it looks for what is new. Do not turn the device off.',
};
const bothAgain: UserStep = {
  title: 'Wait while it is set up',
  text: 'The list shows Device setup again, although the lab has run it, and then Account setup. It may ask for privacy settings. Do not turn the device off.',
};
const all: UserStep = {
  title: 'Wait while it is set up',
  text: 'The list shows Device preparation, Device setup and Account setup, one after the other. It may ask for privacy settings. Do not turn the device off.',
};

const preProvisioned: Readonly<Record<JoinType, readonly UserStep[]>> = {
  entra: [start, network, entraSignIn, bothAgain, desktop],
  // Unlike a user-driven one, it asks for no account of Entra before its Device setup has run.
  hybrid: [start, networkOfDomain, deviceAgain, domainSignIn, accountSetup, signInAgain],
  unknown: [start, network, anySignIn, bothAgain, desktop],
};
const userDriven: Readonly<Record<JoinType, readonly UserStep[]>> = {
  entra: [start, network, entraSignIn, all, desktop],
  hybrid: [start, networkOfDomain, entraSignIn, all, domainSignIn, accountSetup, signInAgain],
  unknown: [start, network, anySignIn, all, desktop],
};
const selfDeploying: readonly UserStep[] = [
  start,
  network,
  {
    title: 'Wait while it is set up',
    text: 'It asks for no account. The list shows Device preparation and Device setup. Do not turn the device off.',
  },
  { title: 'The Windows sign-in appears', text: 'The device is ready. A kiosk signs in by itself.' },
];
const devicePreparation: readonly UserStep[] = [
  start,
  network,
  entraSignIn,
  {
    title: 'Wait while it is set up',
    text: 'It gets the apps and settings of your organisation. Do what it asks, and do not turn the device off.',
  },
  desktop,
];

/**
 * What the device shows to its user, in order; null where nothing tells how it is deployed.
 * Sources: Microsoft’s tutorials for pre-provisioned and user-driven deployment (Entra and hybrid join) and for self-deploying mode.
 */
export function userStepsOf({ name, joinType }: Pick<DeviceScenario, 'name' | 'joinType'>): readonly UserStep[] | null {
  switch (name) {
    case 'preProvisioned':
      return preProvisioned[joinType];
    case 'userDriven':
    case 'existingDevice':
      return userDriven[joinType];
    case 'selfDeploying':
      return selfDeploying;
    case 'devicePreparation':
      return devicePreparation;
    case 'unknown':
      return null;
  }
}
