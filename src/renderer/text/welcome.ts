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
  both: 'You can have both, side by side, and change later.',
} as const;
