import { formatter } from './formatter.ts';

/** Sample devices, and the screen of a pretend device. */
export const playText = {
  addSamples: 'Bring in sample devices',
  addingSamples: 'Bringing them in…',
  samplesOtherwise: 'practise training demo invented pretend test',
  samplesAdded: (added: number, known: number, boxes: number) =>
    `${formatter.count(added, 'sample device is', 'sample devices are')} in the queue${known === 0 ? '' : `, ${formatter.number(known)} were there already`}. ${boxesWait(boxes)}`,
  samplesKnown: (boxes: number) => `The sample devices are in the queue already. ${boxesWait(boxes)}`,
  emptyPractice: 'Bring in twelve invented devices, or import a file of your own.',
  play: 'Play the device',
  playNamed: (serialNumber: string) => `Play ${serialNumber}`,
  playOtherwise: 'pretend practise Windows key QR code technician flow simulate',
  notPractice: 'Only devices of the practice tenant can be played: this one is real.',
  notRegistered: 'It has no ZTDID yet. Register it, and wait until it is listed.',
  openBox: 'Open a sealed box',
  openBoxOtherwise: 'pretend practise OEM reseller registered unknown device',
  noPractice: 'There is no practice tenant. Bring in sample devices first.',
} as const;

const boxesWait = (boxes: number): string =>
  `${formatter.count(boxes, 'sealed box stands', 'sealed boxes stand')} beside the bench.`;

export const pretendText = {
  region: (serialNumber: string | null) =>
    serialNumber === null ? 'Pretend devices' : `Pretend device ${serialNumber}`,
  label: 'Pretend device',
  close: 'Put the pretend device away',
  boxes: 'Sealed boxes',
  boxesSentence: 'Their maker registered these devices; no queue knows them. Unpack one, and scan the code it shows.',
  noBoxes: 'No box is left. Devices of the queue are played from their own pages.',
  unpack: (serialNumber: string) => `Unpack ${serialNumber}`,
  setup: 'Let’s start with region. Is this right?',
  setupSentence: 'The device is new, has power and a network cable, and waits at the first page of Windows Setup.',
  windowsKey: 'Press the Windows key five times',
  again: 'Press it again',
  noProfile: 'No Windows Autopilot profile was found.',
  noProfileSentence: 'The profile is not assigned yet, so there is no code to scan. It takes a minute or two here.',
  landing: 'Windows Autopilot configuration',
  organization: 'Organization',
  profile: 'Profile',
  user: 'Assigned user',
  noUser: 'None',
  code: (serialNumber: string) => `QR code of ${serialNumber}`,
  scan: 'Scan it',
  next: {
    preProvisioning: 'Start the technician flow',
    selfDeploying: 'Let it deploy by itself',
    userDriven: 'Its user signs in',
  },
  running: 'Setting up your device…',
  runningSentence: {
    preProvisioning: 'Device preparation and device setup. How does it end?',
    selfDeploying: 'Device preparation and device setup, without anybody. How does it end?',
    userDriven: 'Device preparation, device setup and account setup. How does it end?',
  },
  succeed: {
    preProvisioning: 'Let it turn green',
    selfDeploying: 'Let it come to the sign-on screen',
    userDriven: 'Let it come to the desktop',
  },
  turnRed: 'Let it turn red',
  errorCode: 'Code on the red screen',
  failedApp: 'An application was not installed',
  green: 'Success',
  red: 'Something went wrong',
  elapsed: 'Elapsed time',
  error: 'Error code',
  reason: 'Why',
  reseal: 'Reseal',
  retry: 'Retry',
  reset: 'Reset',
  off: 'The device is off',
  offSentence: 'Close the box. What follows happens at its user’s.',
  signIn: 'The user unpacks it and signs in',
  signOn: 'Other user',
  signOnSentence: 'The device has deployed by itself, and waits at the sign-on screen of Windows. It is nobody’s own.',
  somebodySignsIn: 'Somebody signs in',
  sharedDesktop: 'Somebody has signed in',
  sharedDesktopSentence: 'The device is shared: it stays nobody’s own, and Intune shows no primary user.',
  desktop: (user: string | null) => (user === null ? 'The first user has signed in' : `Welcome, ${user}`),
  desktopSentence: 'The device is enrolled, and is its user’s now.',
} as const;

/** The tour of five steps through the practice tenant. */
export const tourText = {
  label: 'Tour',
  act: 'Take the tour',
  also: 'learn guide practise help first steps training',
  title: (number: number, steps: number, title: string) => `Tour, ${number} of ${steps}: ${title}`,
  endTitle: 'That was a whole technician flow.',
  steps: {
    samples: { title: 'bring in devices', sentence: 'Twelve invented ones are ready, with their hardware hashes.' },
    register: {
      title: 'register them',
      sentence: '“Show me” selects them in the queue. Press “Register” below the list.',
    },
    start: {
      title: 'start a technician flow',
      sentence: 'Press the Windows key five times on the pretend device, and scan the code that it shows.',
    },
    finish: { title: 'let it turn green', sentence: 'Let the pretend device finish, and scan its result.' },
    reseal: { title: 'reseal it', sentence: 'Press “Reseal” on its page, print its label, and close the box.' },
    end: { title: '', sentence: 'Next, see what Reseal does when Microsoft fails.' },
  },
  waits: 'Profiles are assigned a minute or two after the registration. The bell tells when a device is ready.',
  show: 'Show me',
  end: 'End the tour',
} as const;

/** How the practice tenant answers. */
export const moodText = {
  act: 'Let Microsoft fail',
  also: 'practise offline throttled outage network error misbehave',
  title: 'How shall Microsoft answer?',
  sentence: 'Only the practice tenant is concerned, and it stays so until something else is chosen.',
  confirm: 'Answer like this',
  done: {
    well: () => 'The practice tenant answers everything again.',
    other: (mood: string) => `The practice tenant answers like this now: ${mood}.`,
  },
} as const;
