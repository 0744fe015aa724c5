import { devicesText } from './count.ts';

export const handoverText = {
  act: 'Hand-over papers…',
  title: (devices: number) => (devices === 1 ? 'Hand-over papers' : `Hand-over papers of ${devicesText(devices)}`),
  what: 'What to make',
  whats: {
    boxList: 'List for each box (PDF)',
    userList: 'List by user, with room to sign (PDF)',
    table: 'Table (CSV)',
    cards: 'A card for each user (PDF)',
  },
  hints: {
    boxList: 'A page for each batch, signed by who gives and who takes the box.',
    userList: 'It names the users.',
    table: 'One line for each device.',
    cards: 'One page: the device, by when it must be set up, what it will ask for, and whom to call.',
  },
  noContact: 'Whom users call is not set: the card has a line to write it on.',
  settings: 'Set it in Settings',
  withUsers: 'Name the users',
  make: 'Save',
  saved: (devices: number) => `Hand-over papers of ${devicesText(devices)} saved.`,
  leftOut: (devices: number) => `${devicesText(devices)} without a card.`,
} as const;
