import { formatter } from './formatter.ts';

/** `4 spared, 1 not possible`: what there is of each kind, in the order of the words; empty where there is nothing. */
export function countWords<Kind extends string>(
  words: Readonly<Record<Kind, string>>,
  counts: Readonly<Partial<Record<NoInfer<Kind>, number>>>,
): string {
  const kinds = Object.keys(words).filter((kind): kind is Kind => Object.hasOwn(words, kind));
  return kinds
    .flatMap((kind) => {
      const count = counts[kind] ?? 0;
      return count === 0 ? [] : [`${formatter.number(count)} ${words[kind]}`];
    })
    .join(', ');
}
