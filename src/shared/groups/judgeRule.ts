import type { GroupRule } from './groupRule.ts';

/** What Entra knows of a device by Autopilot; a device that is not registered yet counts as if it were. */
export interface RuledDevice {
  readonly ztdId: string | null;
  readonly groupTag: string | null;
  readonly purchaseOrder: string | null;
}

/** How a value of a device differs from that of a rule: in letter case, in blanks, or in characters that look alike. */
export type NearMiss = 'case' | 'blanks' | 'lookAlike';

/** True or false; null where the queue cannot tell. */
type Verdict = boolean | null;

/** The names that Microsoft gives physical IDs, which stand in either case in its pages. */
const NAMES = { ztdId: '[ZTDID]', groupTag: '[OrderID]', purchaseOrder: '[PurchaseOrderId]' } as const;
const NAME = /^\[(?:ztdid|orderid|purchaseorderid)\]/i;

/** The rule for all Autopilot devices, or for those with one group tag or one purchase order. */
export const ruleFor = (of: keyof typeof NAMES, value: string | null): string =>
  value === null
    ? `(device.devicePhysicalIds -any (_ -startsWith "${NAMES[of]}"))`
    : `(device.devicePhysicalIds -any (_ -eq "${NAMES[of]}:${value.replace(/[`"]/g, '`$&')}"))`;

/** Whether a device falls under a rule. */
export function judgeRule(rule: GroupRule, device: RuledDevice): Verdict {
  switch (rule.kind) {
    case 'and':
      return all(rule.parts.map((part) => judgeRule(part, device)));
    case 'or':
      return negated(all(rule.parts.map((part) => negated(judgeRule(part, device)))));
    case 'not':
      return negated(judgeRule(rule.part, device));
    case 'other':
      return null;
    case 'physicalId': {
      if (idsOf(device).some((id) => meets(withoutName(id), rule.operator, withoutName(rule.value)))) return true;
      // Entra also keeps IDs that the queue does not know; only those of Autopilot are all known here.
      return NAME.test(rule.value) ? false : null;
    }
  }
}

/** Why a device nearly falls under a rule: one of its values is nearly one that the rule names. Null where none is. */
export function nearMissOf(rule: GroupRule, device: RuledDevice): NearMiss | null {
  for (const { value } of conditionsOf(rule)) {
    for (const id of idsOf(device)) {
      const miss = nearly(withoutName(id), withoutName(value));
      if (miss !== null) return miss;
    }
  }
  return null;
}

type Condition = Extract<GroupRule, { readonly kind: 'physicalId' }>;

/** What a rule asks of physical IDs, in its order. */
export function conditionsOf(rule: GroupRule): readonly Condition[] {
  if (rule.kind === 'physicalId') return [rule];
  if (rule.kind === 'not') return conditionsOf(rule.part);
  return rule.kind === 'other' ? [] : rule.parts.flatMap(conditionsOf);
}

/** The conditions that cannot be judged here, as they stand. */
export function strangeConditionsOf(rule: GroupRule): readonly string[] {
  if (rule.kind === 'other') return [rule.text];
  if (rule.kind === 'not') return strangeConditionsOf(rule.part);
  return rule.kind === 'physicalId' ? [] : rule.parts.flatMap(strangeConditionsOf);
}

function idsOf({ ztdId, groupTag, purchaseOrder }: RuledDevice): string[] {
  const named = (name: string, value: string | null): string[] => (value === null ? [] : [`${name}:${value}`]);
  return [
    `${NAMES.ztdId}:${ztdId ?? ''}`,
    ...named(NAMES.groupTag, groupTag),
    ...named(NAMES.purchaseOrder, purchaseOrder),
  ];
}

function meets(id: string, operator: Condition['operator'], value: string): boolean {
  switch (operator) {
    case 'eq':
      return id === value;
    case 'startsWith':
      return id.startsWith(value);
    case 'contains':
      return id.includes(value);
  }
}

/** The name of an ID in lower case; what stands behind it as it is. */
const withoutName = (id: string): string => id.replace(NAME, (name) => name.toLowerCase());

function nearly(id: string, value: string): NearMiss | null {
  if (id === value) return null;
  if (folded(id) === folded(value)) return 'case';
  if (squeezed(id) === squeezed(value)) return 'blanks';
  return likened(id) === likened(value) ? 'lookAlike' : null;
}

const folded = (text: string): string => text.toLowerCase();
const squeezed = (text: string): string => folded(text.normalize('NFKC')).replace(/[\s\u200b-\u200d\ufeff]+/g, '');
const likened = (text: string): string =>
  squeezed(text)
    .replace(/0/g, 'o')
    .replace(/[1i|]/g, 'l')
    .replace(/[\u2010-\u2015_]/g, '-');

const negated = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict);

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}
