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

/** The short name of every step, as lists, filters and labels show it. */
export const nextStepTitles: Readonly<Record<(typeof nextStepCodes)[number], string>> = {
  register: 'Register',
  waitForRegistration: 'Wait for registration',
  fixRegistration: 'Fix registration',
  waitForProfile: 'Wait for profile',
  fixProfile: 'Fix profile',
  clearGate: 'Clear what blocks the start',
  startBench: 'Start technician flow',
  finishBench: 'Record the result',
  retryBench: 'Retry technician flow',
  reseal: 'Reseal',
  ship: 'Ship',
  waitForUserFlow: 'Wait for user flow',
  redoTechnicianFlow: 'Redo technician flow',
  waitForRemoval: 'Wait for the removal',
  finishRemoval: 'Finish the removal',
  done: 'Done',
};
