import { useActs, useOffers } from '../acts/actsContext.ts';
import { useAtHand } from '../acts/atHand.ts';
import type { Offer } from '../acts/offer.ts';
import { useShortcut } from './shortcuts.ts';

/** Gives every act that has a key its key, while it is allowed. */
export function ActKeys() {
  const { onScreen } = useAtHand();
  const offers = useOffers(...(onScreen === null ? [] : [onScreen]), { kind: 'reseal', status: null });
  return offers.flatMap((offer) =>
    offer.act.key === undefined || offer.reason !== null
      ? []
      : [<ActKey key={offer.id} press={offer.act.key.press} offer={offer} />],
  );
}

function ActKey({ press, offer }: { readonly press: string; readonly offer: Offer }) {
  const { run } = useActs();
  useShortcut(press, () => run(offer));
  return null;
}
