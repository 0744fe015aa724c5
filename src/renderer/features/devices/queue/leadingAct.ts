import { nextStepCodes, type NextStepCode } from '../../../../shared/devices/nextStepCodes.ts';

/** The act on many devices that does a next step, by its name; a step that one does device by device, or waits for, has none. */
const actOfStep: Readonly<Partial<Record<NextStepCode, string>>> = {
  register: 'registration.register',
  fixRegistration: 'registration.register',
  sendToPartner: 'exports.partner-center',
  startBench: 'bench.startMany',
  retryBench: 'bench.startMany',
  unblock: 'registration.unblock',
  deregister: 'removal.deregisterMany',
  finishRemoval: 'removal.deregisterMany',
  reseal: 'bench.resealMany',
  ship: 'bench.shipMany',
};

/**
 * The name of the act that brings most of some devices one step further: of two, the one of the earlier step. Null where none does.
 * @param counts how many of the devices stand at each next step
 */
export function leadingAct(counts: Readonly<Partial<Record<NextStepCode, number>>>): string | null {
  const devices = new Map<string, number>();
  for (const code of nextStepCodes) {
    const act = actOfStep[code];
    if (act !== undefined) devices.set(act, (devices.get(act) ?? 0) + (counts[code] ?? 0));
  }
  const [first] = [...devices].filter(([, count]) => count > 0).toSorted(([, one], [, other]) => other - one);
  return first?.[0] ?? null;
}
