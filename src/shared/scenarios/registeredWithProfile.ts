/** What every scenario with a registration asks of it and of the assigned profile. */
export const registeredWithProfile = [
  'registration.registered',
  'registration.serialNumber',
  'registration.fitsBoard',
  'remediation.none',
  'profile.assigned',
  'profile.dateAssigned',
  'profile.expected',
  'device.reset',
] as const;
