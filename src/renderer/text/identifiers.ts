export const identifiersText = {
  upload: 'Upload corporate identifier',
  uploadMany: 'Upload corporate identifiers',
  changed: 'Some values are sent otherwise than the queue has them.',
  associate: 'Associate by its DeviceLink (beta)',
  betaIsOff: 'This beta is off. Settings turns it on.',
} as const;
