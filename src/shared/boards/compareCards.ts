import type { HardwareHashFields, HashMacAddress } from '../hashes/readFields.ts';
import type { BoardFinding, IdentityEffect } from './hashComparison.ts';

/** The network cards of two captures. Bluetooth sits on another card and is left out. */
interface ComparedCards {
  readonly gone: readonly HashMacAddress[];
  readonly kept: readonly HashMacAddress[];
  readonly added: readonly HashMacAddress[];
  /** Adapters on USB in the newer capture. */
  readonly removable: readonly HashMacAddress[];
}

export function comparedCards(before: HardwareHashFields, after: HardwareHashFields): ComparedCards {
  const cardsOf = ({ macAddresses }: HardwareHashFields) => macAddresses.filter(({ medium }) => medium !== 'bluetooth');
  const [old, recent] = [cardsOf(before).filter(isBuiltIn), cardsOf(after).filter(isBuiltIn)];
  return {
    gone: old.filter((card) => !isAmong(card, recent)),
    kept: recent.filter((card) => isAmong(card, old)),
    added: recent.filter((card) => !isAmong(card, old)),
    removable: cardsOf(after).filter((card) => !isBuiltIn(card)),
  };
}

/** One of several cards is probably no matter; where none is left, it is one. Removable ones do not count. */
export function networkEffect({ gone, kept, added }: ComparedCards): IdentityEffect {
  if (gone.length === 0 && added.length === 0) return 'none';
  if (kept.length > 0) return 'probablyRecognised';
  return gone.length === 0 || added.length === 0 ? 'notTold' : 'newHash';
}

/** @param board whether the mainboard is another one, and whether the new one has a TPM */
export function networkFindings(
  { gone, kept, added, removable }: ComparedCards,
  board: { readonly isOther: boolean; readonly hasTpm: boolean },
): BoardFinding[] {
  const findings: BoardFinding[] = [];
  const keptWired = kept.filter(isWired);
  const addedWired = added.filter(isWired);
  if (board.isOther && board.hasTpm && keptWired.length > 0 && addedWired.length > 0) {
    findings.push({ code: 'boards.secondCardKept', cards: cardTexts(keptWired) });
  }
  if (added.length > gone.length) findings.push({ code: 'boards.cardAdded', cards: cardTexts(added) });
  else if (!board.isOther && added.length > 0) findings.push({ code: 'boards.cardExchanged', cards: cardTexts(added) });
  if (removable.length > 0) findings.push({ code: 'boards.removableCard', cards: cardTexts(removable) });
  return findings;
}

/** A card as `inspect` shows it. */
export const cardText = ({ medium, address, bus }: HashMacAddress): string => `${medium} ${address} (${bus})`;

const cardTexts = (cards: readonly HashMacAddress[]): string[] => cards.map(cardText);

const isBuiltIn = ({ bus }: HashMacAddress): boolean => bus.toUpperCase() !== 'USB';

/** A WLAN card that stays is no second wired interface. */
const isWired = ({ medium }: HashMacAddress): boolean => medium === 'ethernet' || medium === 'unspecified';

function isAmong({ medium, address }: HashMacAddress, cards: readonly HashMacAddress[]): boolean {
  return cards.some((card) => card.medium === medium && card.address === address);
}
