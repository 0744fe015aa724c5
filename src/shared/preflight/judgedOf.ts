import type { SourcePages } from '../knowledge/entry.ts';
import type { JudgedFinding, PreflightFinding } from './preflightFinding.ts';
import { rulings } from './rulings.ts';

/**
 * A finding with all that is ruled of it.
 * @throws Error where no page has the key of a source: what ships is broken
 */
export function judgedOf(finding: PreflightFinding, pages: SourcePages): JudgedFinding {
  const { level, scenarios, who, pages: keys } = rulings[finding.code];
  const sources = keys.map((key) => {
    const page = pages[key];
    if (page === undefined) throw new Error(`There is no page “${key}”.`);
    return page;
  });
  return { finding, level, scenarios: [...scenarios], who: [...who], sources };
}
