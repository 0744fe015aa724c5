import { refusedWishSentence } from '../../../../shared/assignment/refusedWishWords.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { nextStepSentence, nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';

/** A device as `--json` prints it: the words of its next step beside the facts. */
export function deviceDocument<Device extends DeviceView>(device: Device) {
  const { nextStep, refusedWishes } = device;
  return {
    ...device,
    refusedWishes: refusedWishes.map((wish) => ({ ...wish, sentence: refusedWishSentence(wish) })),
    nextStep: { ...nextStep, title: nextStepTitle(nextStep), sentence: nextStepSentence(nextStep) },
  };
}
