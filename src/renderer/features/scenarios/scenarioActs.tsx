import { DirectionsRegular } from '@fluentui/react-icons';
import { chosenScenario } from '../../../shared/scenarios/scenarioName.ts';
import { idsOf, type Act, type ActOf, type DeviceAtHand } from '../../acts/act.ts';
import { rulesText, scenarioText } from '../../text/scenarios.ts';
import { RulesDialog } from './RulesDialog.tsx';
import { ScenarioDialog } from './ScenarioDialog.tsx';

const chooseScenario: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'scenarios.choose',
  label: scenarioText.act,
  Icon: DirectionsRegular,
  menu: 'change',
  bar: 'more',
  dialog: (on, onClose) => (
    <ScenarioDialog deviceIds={idsOf(on)} present={on.kind === 'device' ? presentOf(on) : null} onClose={onClose} />
  ),
};

const presentOf = ({ detail: { device } }: DeviceAtHand) =>
  device.scenario.source === 'person' ? (chosenScenario.safeParse(device.scenario.name).data ?? null) : null;

/** What a tenant says of many devices at once. */
export const changeRules: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'scenarios.rules',
  label: rulesText.act,
  Icon: DirectionsRegular,
  alsoCalled: rulesText.otherwise,
  dialog: ({ tenant }, onClose) => <RulesDialog tenant={tenant} onClose={onClose} />,
};

export const scenarioActs: readonly Act[] = [chooseScenario, changeRules];
