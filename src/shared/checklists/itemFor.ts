import type { ChecklistItem, TemplateItem } from './checklist.ts';
import { caseHolds, caseWords, type ChecklistOptions } from './listCase.ts';

/** A step without what became of it. */
export type WordedItem = Omit<ChecklistItem, 'blockId' | 'blockTitle' | 'scope' | 'state' | 'note' | 'by' | 'at'>;

/**
 * A step as it is worded for a device; null where it does not concern it. Where an option is not known, both ways are said,
 * each with its case before it, and a step of one case only becomes conditional.
 */
export function itemFor(item: TemplateItem, options: ChecklistOptions): WordedItem | null {
  const { id, title, who, where, doneWhen, evidence, commands, isGate, passedBy, only, hints } = item;
  const concerns = only === null ? true : caseHolds(only, options);
  if (concerns === false) return null;
  const uncertain = only !== null && concerns === null ? caseWords(only) : null;
  return {
    id,
    title,
    need: uncertain !== null && item.need === 'required' ? 'conditional' : item.need,
    condition:
      uncertain === null || item.condition === null ? (uncertain ?? item.condition) : `${uncertain}; ${item.condition}`,
    who,
    where,
    doneWhen,
    evidence,
    commands,
    isGate,
    passedBy,
    hints: hints.flatMap((hint) => {
      if (typeof hint === 'string') return [hint];
      const holds = caseHolds(hint.when, options);
      if (holds === false) return [];
      return [holds === true ? hint.says : `${caseWords(hint.when)}: ${hint.says}`];
    }),
  };
}
