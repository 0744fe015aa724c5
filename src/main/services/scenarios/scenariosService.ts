import type { ScenarioHandlers } from '../../../shared/api/contract/scenarios.ts';
import { chosenScenarioSentence } from '../../../shared/scenarios/scenarioWords.ts';
import { inTurns } from '../inTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** How devices are to be deployed. */
export function createScenariosService({ devices, history, publish, store, who }: ServiceContext): ScenarioHandlers {
  return {
    'scenarios.choose': async ({ deviceIds, scenario, joinType, isForBatch }) => {
      let changed = 0;
      await inTurns(store, deviceIds, (id) => {
        const device = devices.get(id);
        if (device === null) return;
        const by = scenario === null ? null : isForBatch ? ('batch' as const) : ('person' as const);
        const chosenJoinType = joinType ?? (scenario === null ? null : device.chosenJoinType);
        const isSame =
          device.chosenScenario === scenario &&
          device.chosenScenarioBy === by &&
          device.chosenJoinType === chosenJoinType;
        // What a person chose for one device outlives what is said of its batch.
        if (isSame || (isForBatch && device.chosenScenarioBy === 'person')) return;
        devices.change(id, { chosenScenario: scenario, chosenScenarioBy: by, chosenJoinType });
        history.add({ deviceId: id, subject: 'change', sentence: chosenScenarioSentence(scenario), source: who() });
        changed += 1;
      });
      if (changed > 0) publish('devices.changed');
      return { changed };
    },
  };
}
