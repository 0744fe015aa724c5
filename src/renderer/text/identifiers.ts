export const identifiersText = {
  upload: 'Upload corporate identifier',
  uploadMany: 'Upload corporate identifiers',
  associate: 'Associate by its DeviceLink (beta)',
  betaIsOff: 'This beta is off. Settings turns it on.',
} as const;
