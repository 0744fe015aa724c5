import type { ErasedPlace } from '../../shared/erasure/erasure.ts';
import { erasureNothing, placeWords } from '../../shared/erasure/erasureWords.ts';
import { formatter } from './formatter.ts';

export const erasureText = {
  personHint:
    'The address leaves the queue, histories, changes, imports and the audit log. Nothing changes at Microsoft.',
  address: 'Erase a person',
  addressHint: 'By the user principal name, such as ada@contoso.example.',
  ask: 'Erase…',
  act: 'Erase for good',
  device: 'Erase from this computer',
  askDevice: 'Erase from this computer…',
  also: 'forget, delete the device and its history, GDPR',
  title: (name: string) => `Erase ${name}?`,
  cannotBeUndone: 'What is erased cannot be brought back.',
  reached: 'What is erased',
  unreachable: 'What cannot be reached',
  nothing: erasureNothing,
  place: (place: ErasedPlace) => placeWords(place, formatter),
  typed: (name: string) => `Type ${name} to confirm`,
  reason: 'Reason',
  reasonHint: 'Stays in the audit log; do not name the device in it.',
  done: 'Erased. The receipt was saved.',
} as const;

export const retentionText = {
  title: 'Privacy',
  users: 'Keep users after the user flow',
  hashes: 'Keep hardware hashes after shipping',
  hashesHint: '180 days are the life of a pre-provisioning.',
  history: 'Keep histories and the audit log',
  withoutEnd: 'For ever',
  byItself:
    'What is older is removed by itself every night while Reseal runs, after the backup of the day; on a computer that is off at night, every second day. A choice acts from the next day on. Backups keep what was removed until they are deleted.',
  days: (days: number) => formatter.count(days, 'day', 'days'),
  years: (years: number) => formatter.count(years, 'year', 'years'),
  ask: 'Remove now…',
  dialog: 'Remove what is old enough?',
  run: 'Remove for good',
  backups: 'It cannot be brought back, except from backups: they keep it until they are deleted.',
} as const;
