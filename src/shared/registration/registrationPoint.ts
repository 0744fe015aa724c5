import { z } from 'zod';
import { OTHER_SERIAL_REMEDY, otherSerialWords } from '../devices/otherSerial.ts';
import { problemText } from '../devices/problemWords.ts';
import { profileProblem } from '../devices/profileProblem.ts';
import { profileProblemWords } from '../devices/profileProblemWords.ts';
import { NORMAL_MINUTES } from '../devices/wait.ts';
import { reason, reasonWords } from '../jobs/reason.ts';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { minutesWords } from '../words/minutes.ts';
import { oneOf } from '../oneOf.ts';

/** How far a registration has come, or what it is stuck at; minutes are the tenant's. */
export const registrationPoint = oneOf('code', () => [
  coded('registration.notQueued'),
  /** Microsoft's refusal in the words that the device keeps of it. */
  coded('registration.failed', { message: z.string().nullable() }),
  coded('registration.deregistering'),
  coded('registration.deregistered'),
  coded('registration.nothingUnderWay'),
  coded('registration.underWay', { reason: reason.nullable() }),
  coded('registration.sendingPaused'),
  coded('registration.otherSerial', { serialNumber: z.string(), registered: z.string() }),
  coded('registration.profileBeingRead'),
  coded('registration.profileAssigned', { profileName: z.string().nullable() }),
  coded('registration.profileProblem', { problem: profileProblem }),
  coded('registration.noProfileYet', { minutes: z.int() }),
  coded('registration.noProfile', { minutes: z.int() }),
]);
export type RegistrationPoint = z.infer<typeof registrationPoint>;

const words: Catalogue<RegistrationPoint> = {
  'registration.notQueued': () => 'It is not queued for registration.',
  'registration.failed': ({ message }) => message ?? 'Microsoft refuses the registration.',
  'registration.deregistering': () => 'It is being deregistered.',
  'registration.deregistered': () => 'It is deregistered.',
  'registration.nothingUnderWay': () => 'Nothing is on its way for it. Register it again.',
  'registration.underWay': ({ reason: why }) => (why === null ? 'It is on its way to Microsoft.' : reasonWords(why)),
  'registration.sendingPaused': () => 'Sending is paused. Resume it, and the registration goes on.',
  'registration.otherSerial': (both) => `${otherSerialWords(both)} ${OTHER_SERIAL_REMEDY}`,
  'registration.profileBeingRead': () => 'A profile is assigned; which one is being read.',
  'registration.profileAssigned': ({ profileName }) => `${profileName ?? 'A profile'} is assigned.`,
  'registration.profileProblem': ({ problem }) => problemText(profileProblemWords(problem)),
  'registration.noProfileYet': ({ minutes }) =>
    `${noProfileAfter(minutes)}. That is normal; after ${NORMAL_MINUTES.profile} look at the group tag and the group.`,
  'registration.noProfile': ({ minutes }) =>
    `${noProfileAfter(minutes)}. Check the group tag, and in Intune the group’s members and the profile’s assignment.`,
};

const noProfileAfter = (minutes: number): string => `Registered; no profile is assigned after ${minutesWords(minutes)}`;

/** Where a registration stands, as one or two sentences. */
export const registrationPointWords = (point: RegistrationPoint): string => wordsOf(words, point.code, point);
