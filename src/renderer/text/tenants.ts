import { SHARED_AUTHORITY } from '../../shared/tenants/sharedAuthority.ts';
import type { TenantView } from '../../shared/tenants/tenant.ts';
import { formatter } from './formatter.ts';

/** What every dialog says that reads something of a tenant. */
export const readText = {
  read: 'Read from Microsoft',
  asOf: 'As of',
} as const;

export const tenantText = {
  title: 'Customers',
  add: 'Add a customer',
  addPractice: 'Add the practice tenant',
  emptyTitle: 'Whose devices are these?',
  empty:
    'A customer needs a name and a colour, nothing else: Microsoft can come later. Or practise with a pretend tenant, where nothing can go wrong.',
  list: 'Customers of this bench',
  practiceKind: 'For training',
  entraKind: 'Microsoft Entra tenant',
  laneKind: 'Not connected to Microsoft yet, everything local works',
  practiceHint: 'Pretend devices, users and profiles on this computer. Nothing leaves it.',
  active: 'Shown now',
  decides: 'What decides a deployment',
  lists: 'What the tenant lists',
  facts: {
    directory: 'Tenant',
    application: 'Application',
    cloud: 'Cloud',
    signIn: 'Sign-in',
    devices: 'In the queue',
    refreshed: 'Last read',
    tokens: 'Sign-in is kept',
  },
  clouds: {
    global: 'Global',
    usGovernmentHigh: 'US Government (GCC High)',
    usGovernmentDod: 'US Government (DoD)',
    china: 'China (21Vianet)',
  } satisfies Record<TenantView['cloud'], string>,
  signIn: {
    notConnected: 'Not connected yet',
    signedOut: 'Signed out',
    signingIn: 'Signing in…',
    signedIn: 'Signed in',
    expired: 'Sign in again',
  } satisfies Record<TenantView['signIn']['state'], string>,
  noSignIn: 'Not needed',
  tokens: {
    queue: 'In the encrypted queue',
    memory: 'Until Reseal is closed',
  } satisfies Record<TenantView['signIn']['tokens'], string>,
  byCertificate: 'Not kept: the certificate signs in by itself',
  devices: (count: number) => formatter.count(count, 'device', 'devices'),
  never: 'Never',
  activate: 'Show its devices',
  switchTo: (name: string) => `Show the devices of ${name}`,
  isActive: 'They are shown already.',
  signInAct: 'Sign in',
  signOut: 'Sign out',
  noSignInToDo: 'There is nothing to sign in to.',
  isSignedIn: 'Somebody is signed in already.',
  isSignedOut: 'Nobody is signed in.',
  hasPractice: 'The practice tenant is here already.',
  checkPermissions: 'Check permissions',
  more: (name: string) => `More for ${name}`,
  change: 'Change name and colour…',
  remove: 'Remove…',
  removeNamed: (name: string) => `Remove ${name}…`,
  signedOut: (name: string) => `Signed out of ${name}.`,
  nowActive: (name: string) => `The queue now shows the devices of ${name}.`,
  removed: (name: string) => `${name} is removed from Reseal.`,
} as const;

export const colourNames: Readonly<Record<TenantView['colour'], string>> = {
  teal: 'Teal',
  magenta: 'Magenta',
  purple: 'Grape',
  brown: 'Brown',
  steel: 'Steel',
  grey: 'Grey',
  blue: 'Blue',
  green: 'Green',
  gold: 'Gold',
  orange: 'Orange',
  red: 'Red',
};

/** A customer whose tenant is not known yet. */
export const laneText = {
  notConnected: 'It is not connected to Microsoft yet.',
  isConnected: 'It is connected already.',
  connect: (name: string) => `Connect ${name}`,
  connectOtherwise: 'Microsoft tenant directory sign in lane',
  connectTitle: (name: string) => `Connect ${name} to Microsoft`,
  worksTitle: 'Works now, without Microsoft',
  works: [
    'Check files, import devices',
    'Run the bench, read all codes',
    'Labels and checklists',
    'Files for Intune and Partner Center',
  ],
  waitsTitle: 'Waits until it is connected',
  nothingWaits: 'Nothing so far. Profiles and enrollment are read then.',
  more: (count: number) => `And ${formatter.number(count)} more.`,
  howTitle: 'Connect to Microsoft, when you want',
  how: (name: string) => [
    `Somebody of ${name} signs in, or its certificate does.`,
    'You see what waits, and what is registered there already is not sent twice.',
    'You say once that it may be sent. Nothing is sent before that.',
  ],
  letSend: 'Let it send what waits',
  sendsAlready: 'It sends already.',
  letSendTitle: (name: string) => `Send what waits to ${name}?`,
  letSendSentence:
    'This was done before the customer was connected. From now on it goes to Microsoft by itself, as everything that comes later.',
  letSendNothing: 'Nothing waits. What comes later goes to Microsoft by itself.',
  thereTitle: 'Registered there already',
  thereNotRead:
    'Not known yet: the list of the tenant was not read. Each device is looked up there before it is sent, so none is registered twice.',
  thereOurs: (count: number) =>
    count === 0
      ? 'No device of this queue'
      : `${formatter.count(count, 'device', 'devices')} of this queue, not sent again`,
  thereOthers: (count: number) =>
    count === 0 ? 'No other device' : `${formatter.count(count, 'device', 'devices')} that this queue does not have`,
  letSendChoose: 'What is not to be sent is cancelled in Activity first.',
  letSendConfirm: (count: number) =>
    count === 0 ? 'Let it send' : `Send ${formatter.count(count, 'change', 'changes')}`,
  sends: (name: string) => `Changes of ${name} are sent now.`,
} as const;

export const tenantFormText = {
  connects: 'Microsoft',
  connectsLater: 'Connect later: everything local works at once',
  connectsNow: 'Connect now',
  addLane: 'Add',
  connectConfirm: 'Connect and sign in',
  connectCertificate: 'Connect and check',
  addConfirm: 'Add and sign in',
  addCertificate: 'Add and check',
  by: 'Who signs in',
  byPerson: 'Whoever works here, with their own account',
  byCertificate: 'The app by itself, with a certificate: for labs where nobody is',
  keyFile: 'PEM file with the private key',
  keyFileHint: 'The full path on this computer. It is read there and not copied.',
  keyFileMissing: 'Enter the path of the PEM file.',
  thumbprint: 'SHA-256 thumbprint',
  thumbprintHint: 'Only where the certificate is not in the file as well.',
  thumbprintWrong: 'A SHA-256 thumbprint has 64 hexadecimal digits; the 40 that Entra shows are SHA-1.',
  changeTitle: (name: string) => `Name and colour of ${name}`,
  name: 'Name on this bench',
  nameHint: 'Short, as people here call it.',
  nameMissing: 'Give the customer a name.',
  directoryId: 'Tenant ID or domain',
  directoryHint: 'Such as contoso.onmicrosoft.com, or the directory ID.',
  directoryShared: SHARED_AUTHORITY,
  directoryMissing: 'Enter the tenant’s ID or one of its domains.',
  clientId: 'Application (client) ID',
  clientHint: '36 characters with dashes.',
  clientWrong: 'An application ID has 32 letters a to f or digits, in groups of 8-4-4-4-12.',
  cloud: 'Cloud',
  colour: 'Colour of its lane',
  whereTitle: 'Where to find these',
  where: [
    'Open entra.microsoft.com and sign in to the tenant.',
    'Entra ID › App registrations › the app for Reseal (or New registration: this directory only, platform “Mobile and desktop applications”, redirect http://localhost).',
    'Overview shows Application (client) ID and Directory (tenant) ID.',
    'For signing in with a code: Authentication › Allow public client flows › Yes.',
  ],
  wherePermissions: 'The README lists the permissions to grant.',
} as const;

export const signInText = {
  title: (name: string) => `Sign in to ${name}`,
  choose:
    'Reseal uses your own account. It reads who you are, and has what an administrator granted; any other permission it asks for when it is needed.',
  chooseFor: (permission: string) =>
    `Reseal asks Microsoft for ${permission}. Where an administrator has to consent, one of them can sign in here, or grant it to the app.`,
  browser: 'Sign in with the browser',
  browserHint: 'On this computer. The quickest way.',
  deviceCode: 'Sign in with a code',
  deviceCodeHint: 'On a phone or another computer, where this one has no browser.',
  browserWaiting: 'Finish the sign-in in the browser window that opened.',
  browserUrl: 'Did no window open? Copy this address into a browser of this computer.',
  copyAddress: 'Copy the address',
  copyCode: 'Copy the code',
  codeWaiting: 'Open this address on any computer or phone, and enter the code.',
  address: 'Address',
  code: 'Code',
  codeExpiresIn: (left: string) => `The code is good for ${left} more.`,
  codeExpired: 'The code has run out. Start again.',
  asking: 'Asking Microsoft for a code…',
  cancel: 'Cancel the sign-in',
  again: 'Start again',
  done: (account: string) => `Signed in as ${account}.`,
  doneUnnamed: 'Signed in.',
  next: 'Check that the permissions are granted, so that nothing stops half-way.',
} as const;

export const permissionText = {
  title: (name: string) => `Permissions in ${name}`,
  asking: 'Asking Microsoft, one read for each kind of work…',
  all: 'Nothing is missing.',
  some: (count: number) =>
    count === 1 ? 'One kind of work is not allowed.' : `${formatter.number(count)} kinds of work are not allowed.`,
  states: {
    works: 'Works',
    unproven: 'Granted, not tried',
    notGranted: 'Not granted',
    refused: 'Refused',
  },
  ask: 'Ask for it',
  askFor: (permission: string) => `Ask for ${permission}`,
  again: 'Check again',
} as const;

export const removeText = {
  title: (name: string) => `Remove ${name} from Reseal?`,
  confirm: 'Remove the customer',
  sentence: 'Reseal forgets the customer and its sign-in. Nothing changes at Microsoft.',
} as const;
