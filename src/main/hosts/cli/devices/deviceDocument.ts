import { refusedWishSentence } from '../../../../shared/assignment/refusedWishWords.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { nextStepSentence, nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';

/**
 * A device as `--json` prints it: the words of its next step beside the facts. Its purchase order is Microsoft's, and the
 * file's as long as Microsoft was never asked.
 */
export function deviceDocument<Device extends DeviceView>(device: Device) {
  const { nextStep, refusedWishes, ztdId, purchaseOrder, purchaseOrderInFile } = device;
  return {
    ...device,
    purchaseOrder: ztdId === null ? purchaseOrderInFile : purchaseOrder,
    refusedWishes: refusedWishes.map((wish) => ({ ...wish, sentence: refusedWishSentence(wish) })),
    nextStep: { ...nextStep, title: nextStepTitle(nextStep), sentence: nextStepSentence(nextStep) },
  };
}
