/** Every next step a device can have; in the order in which a device meets them. Kept apart from the schemas, for the page. */
export const nextStepCodes = [
  'register',
  'waitForRegistration',
  'fixRegistration',
  'waitForProfile',
  'fixProfile',
  'clearGate',
  'startBench',
  'finishBench',
  'retryBench',
  'reseal',
  'ship',
  'waitForUserFlow',
  'redoTechnicianFlow',
  'waitForRemoval',
  'finishRemoval',
  'done',
] as const;
