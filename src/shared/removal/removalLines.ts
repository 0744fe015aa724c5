import type { Formatter } from '../format/formatter.ts';
import { noInitials } from '../settings/settings.ts';
import type { ObjectLeft, PastRemoval } from './pastRemoval.ts';
import { causeSentence } from './removalCause.ts';
import { removalStepWords } from './removalWords.ts';
import { serviceNames } from './serviceNames.ts';

/** What became of one record of a device, as it stands on the record of its removal. */
export interface RemovalLine {
  readonly service: (typeof serviceNames)[keyof typeof serviceNames];
  readonly name: string | null;
  readonly id: string | null;
  readonly what: string;
  /** Null where nothing happened, or not yet. */
  readonly at: string | null;
}

/** Every record in the order of the removal: what was deleted and when, what was left and why, and what is still to be done. */
export function removalLines(removal: PastRemoval): RemovalLine[] {
  const { intuneId, intuneGoneAt, autopilotId, autopilotGoneAt, userUnassignedAt } = removal;
  const autopilot = { service: serviceNames.autopilot, name: null, id: autopilotId };
  return [
    intuneId === null
      ? nothing('intune', 'Held no record: the device was not enrolled.')
      : { service: serviceNames.intune, name: null, id: intuneId, what: 'Record deleted', at: intuneGoneAt },
    ...(userUnassignedAt === null ? [] : [{ ...autopilot, what: 'User unassigned', at: userUnassignedAt }]),
    autopilotId === null
      ? nothing('autopilot', 'Did not list the device.')
      : { ...autopilot, what: 'Registration deleted', at: autopilotGoneAt },
    ...entraLines(removal),
    ...accountLines(removal),
  ];
}

/** Who confirmed it, when and why, as a sentence or two. */
export function confirmationOf(removal: PastRemoval, formatter: Formatter): string {
  const { confirmedBy, confirmedAt, reason, note } = removal;
  const who = isNamed(confirmedBy) ? ` by ${confirmedBy}` : '';
  const confirmed = `Confirmed${who}, ${formatter.instant(confirmedAt)}.`;
  return reason === null ? confirmed : `${confirmed} ${causeSentence({ reason, note })}`;
}

const isNamed = (who: string | null): who is string => who !== null && who !== noInitials;

const nothing = (service: keyof typeof serviceNames, what: string): RemovalLine => ({
  service: serviceNames[service],
  name: null,
  id: null,
  what,
  at: null,
});

function entraLines({ leftInEntra }: PastRemoval): RemovalLine[] {
  if (leftInEntra === null) return [nothing('entra', 'Could not be read; nothing was deleted there.')];
  if (leftInEntra.length === 0) return [nothing('entra', 'Held no object of the device.')];
  return leftInEntra.map(({ id, name, step }: ObjectLeft) => ({
    service: serviceNames.entra,
    name,
    id,
    what: removalStepWords(step),
    at: null,
  }));
}

function accountLines({ computerAccount, accountDeletedAt, accountDeletedBy }: PastRemoval): RemovalLine[] {
  if (computerAccount === null) return [];
  const what =
    accountDeletedAt === null
      ? 'Computer account still to be deleted by hand, or it is synchronised again'
      : `Computer account deleted by hand${isNamed(accountDeletedBy) ? `, recorded by ${accountDeletedBy}` : ''}`;
  const name = computerAccount === '' ? null : computerAccount;
  return [{ service: serviceNames.activeDirectory, name, id: null, what, at: accountDeletedAt }];
}
