import type { ScanRepair } from './scanRepair.ts';

interface Peeled {
  readonly text: string;
  readonly repairs: readonly ScanRepair[];
  /** Whether words or a data identifier in brackets say that it is a serial number. */
  readonly isMarked: boolean;
}

const LAYERS: readonly { readonly repair: ScanRepair; readonly pattern: RegExp }[] = [
  // Code 39 begins and ends with a star, which some scanners send along.
  { repair: 'code-39-frame', pattern: /^\*([^*]+)\*$/ },
  // What stands in front of the number on a label, and with some makers in the code itself.
  { repair: 'label-words', pattern: /^(?:serial|sn|s\.n\.|seriennummer|seriennr|service tag) ?[.#:=]+(.+)$/i },
  {
    repair: 'label-words',
    pattern: /^(?:s ?\/ ?n|(?:serial|service tag) ?(?:no|nr|num|number))(?![a-z])[ .#:=]*(.+)$/i,
  },
  { repair: 'label-words', pattern: /^(?:serial|sn|service tag) (\S+)$/i },
  // A data identifier of ANSI MH10.8.2 as it is printed below a bar code.
  { repair: 'data-identifier', pattern: /^\((?:1?S|SN)\)(.+)$/i },
];

/** Takes off what labels put around a serial number, whichever way round it stands. */
export function peelLabel(text: string): Peeled {
  for (const { repair, pattern } of LAYERS) {
    const inside = pattern.exec(text)?.[1]?.trim() ?? '';
    if (inside === '') continue;
    const { repairs, isMarked, ...peeled } = peelLabel(inside);
    return { ...peeled, repairs: [repair, ...repairs], isMarked: isMarked || repair !== 'code-39-frame' };
  }
  return { text, repairs: [], isMarked: false };
}
