import type { ScenarioHandlers } from '../../../shared/api/contract/scenarios.ts';
import { batchChoiceSentence, choiceWords, chosenScenarioSentence } from '../../../shared/scenarios/scenarioWords.ts';
import { actInTurns } from '../actInTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { createRuleHandlers } from './ruleHandlers.ts';

/** How devices are to be deployed. */
export function createScenariosService(context: ServiceContext): ScenarioHandlers {
  const { devices, history, publish, who } = context;
  return {
    ...createRuleHandlers(context),
    'scenarios.choose': async ({ deviceIds, scenario, joinType, isForBatch }) => {
      let changed = 0;
      const words = choiceWords({ scenario, joinType: joinType ?? null }) ?? 'none';
      const act = {
        action: 'scenarios.choose',
        sentence: (count: string) => `Chose the way of ${count}: ${words}.`,
      };
      await actInTurns(context, deviceIds, act, (id) => {
        const device = devices.get(id);
        if (device === null) return false;
        const before = isForBatch
          ? { scenario: device.batchScenario, joinType: device.batchJoinType }
          : { scenario: device.chosenScenario, joinType: device.chosenJoinType };
        const choice = { scenario, joinType: joinType ?? (scenario === null ? null : before.joinType) };
        if (choice.scenario === before.scenario && choice.joinType === before.joinType) return false;
        devices.change(
          id,
          isForBatch
            ? { batchScenario: choice.scenario, batchJoinType: choice.joinType }
            : { chosenScenario: choice.scenario, chosenJoinType: choice.joinType },
        );
        const sentence = isForBatch ? batchChoiceSentence(choice) : chosenScenarioSentence(scenario);
        history.add({ deviceId: id, subject: 'change', sentence, source: who() });
        changed += 1;
        return true;
      });
      if (changed > 0) publish('devices.changed');
      return { changed };
    },
  };
}
