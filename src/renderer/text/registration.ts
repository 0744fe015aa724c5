import { formatter } from './formatter.ts';

export const registrationText = {
  register: 'Register',
  registerThese: (count: number) => (count === 1 ? 'Register it' : `Register these ${formatter.number(count)}`),
  tryAgain: 'Try again',
  registeredAlready: 'It is registered already.',
  onItsWay: 'It is on its way to Microsoft.',
  onOldBoard: 'It is registered with its old mainboard. Deregister it first.',
  removing: 'It is being deregistered. Register it again when that is done.',
  noHash: 'There is no hardware hash of it. Import the hash first.',
  importHash: 'Import its hash',
  importSerial: 'Import its serial number',
  hasSerial: 'Microsoft has not refused it for want of a serial number.',
  hasHash: 'Its hardware hash is here already.',
  unblock: 'Unblock enrollment',
  notRegistered: 'It is not registered, so there is nothing to unblock.',
} as const;
