import type { DeviceView } from '../devices/deviceView.ts';
import { scenarioObjectOf } from '../scenarios/scenarios.ts';
import { userStepsOf } from './userSteps.ts';

/** Why no user can set the device up now, as a sentence that says what to do first; null where one can. */
export function withoutCard(device: DeviceView): string | null {
  if (userStepsOf(device.scenario) === null) return 'Nothing tells how it is deployed. Choose its scenario first.';
  if (device.reseal === 'userFlowDone' || device.due.state === 'done') return 'Its user has set it up already.';
  if (!scenarioObjectOf(device).hasUserFlowWindow) return null;
  if (device.due.state === 'none') return 'Its technician flow has not ended well yet. Run it first.';
  if (device.due.state === 'closed' || device.reseal === 'expired') {
    return 'Its six months are over. Reset it, and run the technician flow again.';
  }
  return device.reseal === 'notResealed' ? 'It is not resealed yet. Reseal it first.' : null;
}
