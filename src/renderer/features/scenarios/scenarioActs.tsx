import { DirectionsRegular } from '@fluentui/react-icons';
import { chosenScenario } from '../../../shared/scenarios/scenarioName.ts';
import { idsOf, type Act, type ActOf, type DeviceAtHand } from '../../acts/act.ts';
import { scenarioText } from '../../text/scenarios.ts';
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

export const scenarioActs: readonly Act[] = [chooseScenario];
