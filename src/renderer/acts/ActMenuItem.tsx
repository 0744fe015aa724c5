import { MenuItem } from '@fluentui/react-components';
import { useActs } from './actsContext.ts';
import type { Offer } from './offer.ts';

interface ActMenuItemProps {
  readonly offer: Offer;
  /** In a menu whose name says the rest: the short words, without an icon. */
  readonly plain?: boolean;
}

/** An act in a menu. */
export function ActMenuItem({ offer, plain = false }: ActMenuItemProps) {
  const { run } = useActs();
  const { Icon } = offer.act;
  return plain ? (
    <MenuItem onClick={() => run(offer)}>{offer.short}</MenuItem>
  ) : (
    <MenuItem icon={<Icon />} onClick={() => run(offer)}>
      {offer.label}
    </MenuItem>
  );
}
