import { createContext, useContext } from 'react';
import { useWorkspace } from '../app/workspace.ts';
import type { Act, ActTools, AtHand } from './act.ts';
import { offerOf, offersOn, type Offer } from './offer.ts';

export interface ActsContextValue {
  /** Every act of the page, in the order in which lists show them. */
  readonly acts: readonly Act[];
  readonly tools: ActTools;
  /** Does it, or opens its dialog. Whoever offers it says beforehand where it is not allowed. */
  readonly run: (offer: Offer) => void;
  readonly isRunning: (offer: Offer) => boolean;
}

export const ActsContext = createContext<ActsContextValue | null>(null);

/** The one list of acts. Throws where no `ActsProvider` stands above. */
export function useActs(): ActsContextValue {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error('There are no acts above this component.');
  return acts;
}

/** What can be done to these, in the order of the list. */
export function useOffers(...atHand: readonly AtHand[]): readonly Offer[] {
  const workspace = useWorkspace();
  return offersOn(useActs().acts, atHand, workspace);
}

/** One act on one thing. Throws where the act is for something else: the caller names both. */
export function useOffer(act: Act, on: AtHand): Offer {
  const offer = offerOf(act, on, useWorkspace());
  if (offer === null) throw new Error(`${act.name} is not an act for a ${on.kind}.`);
  return offer;
}
