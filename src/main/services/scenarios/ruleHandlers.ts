import type { JudgedRule, ScenarioHandlers } from '../../../shared/api/contract/scenarios.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { ScenarioRule } from '../../../shared/scenarios/scenarioRule.ts';
import { warningsOf } from '../../../shared/scenarios/ruleWarning.ts';
import { choiceWords, ruleSentence } from '../../../shared/scenarios/scenarioWords.ts';
import type { TagCount } from '../../store/scenarioRuleStore.ts';
import type { ServiceContext } from '../serviceContext.ts';

type RuleHandlers = Omit<ScenarioHandlers, 'scenarios.choose'>;

/** What tenants say of many devices at once. A change restates the next steps of its devices in the same transaction. */
export function createRuleHandlers(context: ServiceContext): RuleHandlers {
  const { audit, devices, publish, scenarioRules, store, tenants, who } = context;

  function told(): void {
    publish('tenants.changed');
    publish('devices.changed');
  }

  /** @throws AppError `not-found` */
  function tenantNamed(tenantId: string): string {
    const tenant = tenants.get(tenantId);
    if (tenant !== null) return tenant.name;
    throw new AppError('not-found', 'This tenant is not on this bench any more.', { remedy: 'Choose another one.' });
  }

  return {
    'scenarios.rules': ({ tenantId }) => {
      tenantNamed(tenantId);
      const rules = scenarioRules.all(tenantId);
      const groupTags = [...scenarioRules.tags(tenantId)];
      return {
        rules: rules.map((rule) => judged(rule, rules, groupTags)),
        default: scenarioRules.defaultOf(tenantId),
        groupTags,
        profiles: [...scenarioRules.profiles(tenantId)],
      };
    },

    'scenarios.setRule': ({ tenantId, groupTag, profileName: profile, scenario, joinType }) => {
      const tenant = tenantNamed(tenantId);
      if (profile === null && scenario === null && joinType === null) {
        throw new AppError('invalid-input', 'The rule says nothing yet.', {
          remedy: 'Give it an expected profile, a scenario or a join type.',
        });
      }
      const rule = { groupTag, profile, scenario, joinType };
      store.write(() => {
        scenarioRules.put(tenantId, rule);
        devices.restateGroupTag(tenantId, groupTag);
        audit.add({
          who: who(),
          action: 'scenarios.setRule',
          sentence: `${ruleSentence(rule)} (${tenant})`,
          tenants: [tenantId],
        });
      });
      told();
      return judged(rule, scenarioRules.all(tenantId), scenarioRules.tags(tenantId));
    },

    'scenarios.removeRule': ({ tenantId, groupTag }) => {
      const tenant = tenantNamed(tenantId);
      store.write(() => {
        if (!scenarioRules.remove(tenantId, groupTag)) {
          throw new AppError('not-found', `Group tag “${groupTag}” has no rule.`, {
            remedy: 'Group tags are compared letter by letter; look at the list of rules.',
          });
        }
        devices.restateGroupTag(tenantId, groupTag);
        const sentence = `Removed the rule for group tag ${groupTag} (${tenant}).`;
        audit.add({ who: who(), action: 'scenarios.removeRule', sentence, tenants: [tenantId] });
      });
      told();
      return { devices: devicesWith(groupTag, scenarioRules.tags(tenantId)) };
    },

    'scenarios.setDefault': ({ tenantId, ...choice }) => {
      const tenant = tenantNamed(tenantId);
      store.write(() => {
        scenarioRules.setDefault(tenantId, choice);
        devices.restateTenant(tenantId);
        const sentence = `The default of ${tenant}: ${choiceWords(choice) ?? 'none'}.`;
        audit.add({ who: who(), action: 'scenarios.setDefault', sentence, tenants: [tenantId] });
      });
      told();
      return choice;
    },
  };
}

function judged(rule: ScenarioRule, rules: readonly ScenarioRule[], tags: readonly TagCount[]): JudgedRule {
  const known = [...tags, ...rules].map(({ groupTag }) => groupTag);
  return { ...rule, devices: devicesWith(rule.groupTag, tags), warnings: warningsOf(rule, known) };
}

const devicesWith = (wanted: string, tags: readonly TagCount[]): number =>
  tags.find(({ groupTag }) => groupTag === wanted)?.devices ?? 0;
