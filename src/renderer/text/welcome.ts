export const welcomeText = {
  title: 'Welcome to Reseal',
  sentence:
    'From hardware hash to sealed box: register Windows devices, pre-provision them, and know where each one stands.',
  practiceTitle: 'Practise with a pretend tenant',
  practice:
    'Try everything with invented devices, and play them on this screen. Hours pass in minutes, and nothing leaves this computer.',
  practiceAct: 'Practise with a pretend tenant',
  tenantTitle: 'Sign in to your tenant',
  tenant: 'Work on real devices. You need an app registration in your tenant; Reseal says where to find its two IDs.',
  tenantAct: 'Sign in to your tenant',
  laneTitle: 'Work without Microsoft',
  lane: 'A customer needs a name and a colour. Import, check, label, run the bench and export now; connect it to Microsoft later, or never.',
  laneAct: 'Begin without Microsoft',
  checkFiles: 'Only check files',
  both: 'You can have all of them, side by side, and change later.',
} as const;
