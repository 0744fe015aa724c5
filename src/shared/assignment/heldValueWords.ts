import type { Formatter } from '../format/formatter.ts';
import { reasonWords } from '../jobs/reason.ts';
import { propertyOfField, type HeldField, type HeldValue } from './heldValue.ts';
import { refusedWishSentence } from './refusedWishWords.ts';

/** What each property is called within a sentence. */
export const heldFieldNames: Readonly<Record<HeldField, string>> = {
  groupTag: 'group tag',
  assignedUser: 'user',
  deviceName: 'device name',
  purchaseOrder: 'purchase order',
};

/** What is to be said of a property beside what Microsoft holds, in one sentence or two; null where that is all there is. */
export function heldValueSentence(field: HeldField, value: HeldValue, formatter: Formatter): string | null {
  switch (value.state) {
    case 'same':
    case 'notReadYet':
      return null;
    case 'onItsWay': {
      const { value: wanted, isSent } = value.onItsWay ?? { value: '', isSent: false };
      return isSent
        ? `on its way: ${orNone(wanted)}. It was sent, and Microsoft does not show it yet.`
        : `on its way: ${orNone(wanted)}. It is not sent yet.`;
    }
    case 'differs':
      return [`${differenceWords(value)}${noticedWords(value, formatter)}.`, reasonOf(value)].filter(Boolean).join(' ');
    case 'refused':
      return field === 'purchaseOrder'
        ? null
        : refusedWishSentence({
            property: propertyOfField[field],
            value: value.wish ?? '',
            reason: value.reason,
          });
  }
}

/** Both values beside each other. */
export const differenceWords = ({ wish, microsoft }: Pick<HeldValue, 'wish' | 'microsoft'>): string =>
  `Microsoft: ${orNone(microsoft)}, ours: ${orNone(wish)}`;

const noticedWords = ({ changedElsewhereAt }: HeldValue, formatter: Formatter): string =>
  changedElsewhereAt === null ? '' : `, changed elsewhere, noticed ${formatter.instant(changedElsewhereAt)}`;

const reasonOf = ({ reason }: HeldValue): string => (reason === null ? '' : reasonWords(reason));

const orNone = (value: string | null): string => (value === null || value === '' ? 'none' : value);
