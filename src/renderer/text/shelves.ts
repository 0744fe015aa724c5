import { shelfSentence } from '../../shared/shelves/shelfWords.ts';

export const shelfText = {
  act: 'Put on a shelf',
  actHint: 'shelf port place rack where stands',
  title: (serialNumber: string) => `Where does ${serialNumber} stand?`,
  field: 'Shelf or port',
  none: 'On no shelf',
  taken: (name: string, device: string) => `${name} (now ${device})`,
  noShelves: 'The lab has named no shelf yet. Name shelves in Settings, under Workplace.',
  hint: 'Faster: scan the device, then the label of the shelf.',
  confirm: 'Put it there',
  done: (title: string, shelf: string | null, from: string | null, other: string | null) =>
    `${title}: ${shelfSentence(shelf, from, other)}`,
  label: 'Shelf',
  setting: 'Shelves and ports',
  settingHint: 'The places at which devices stand, such as 1, 2, 3 or A1. Several at once, with commas between.',
  tooLong: 'A name has up to 20 characters.',
  add: 'Add',
  removeNamed: (name: string) => `Remove shelf ${name}`,
} as const;
