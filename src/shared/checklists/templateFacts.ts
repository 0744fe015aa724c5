import { USER_FLOW_LENGTH, USER_FLOW_NOT_BEFORE_MINUTES } from '../bench/userFlowWindow.ts';
import { SYNC_COOLDOWN_MINUTES } from '../tracking/syncCooldown.ts';

/** What the checklists' files name in braces, such as `{syncCooldown}`: each stands where the rules have it. */
const facts: Readonly<Record<string, string>> = {
  syncCooldown: `${SYNC_COOLDOWN_MINUTES} minutes`,
  userFlowNotBefore: `${USER_FLOW_NOT_BEFORE_MINUTES} minutes`,
  userFlowLength: USER_FLOW_LENGTH,
};

/**
 * A text of a checklist's file with its facts put in.
 * @throws Error where it names a fact that there is not
 */
export function withFacts(text: string): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`A checklist names {${name}}, which templateFacts.ts lacks.`);
    return fact;
  });
}
