import type { ProfileJsonFinding } from '../../../../shared/profileJson/profileJsonFinding.ts';
import { placeWords, tellFinding } from '../../../../shared/profileJson/tellFinding.ts';

/** A finding as `--json` prints it: its code, level and place with what the words need, and the words beside them. */
export function findingDocument(finding: ProfileJsonFinding) {
  const { said, line, property } = finding;
  const { level, problem, fails, remedy, sources } = tellFinding(finding);
  return { ...said, level, line, property, problem, fails, remedy, sources };
}

/** The same for people. */
export function findingText(finding: ProfileJsonFinding): string {
  const { level, problem, fails, remedy, sources } = tellFinding(finding);
  const place = placeWords(finding);
  return [
    `${level}${place === '' ? '' : ` (${place})`}: ${problem}`,
    `  What happens: ${fails}`,
    `  What to do: ${remedy}`,
    ...sources.map(({ title, address }) => `  Source: ${title}, ${address}`),
  ].join('\n');
}
