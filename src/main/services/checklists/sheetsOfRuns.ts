import { EVIDENCE_INITIALS } from '../../../shared/checklists/items.ts';
import type { BenchRun } from '../../../shared/bench/benchRun.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { StartedChecklist } from '../../store/checklistStore.ts';
import { readSettings } from '../settings/settingsService.ts';
import { startSheet } from './startSheet.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** The block whose work outlasts a reset of the device. */
const REGISTRATION_BLOCK = 'R';

/** Checklists and technician flows: a new flow begins new sheets, and the old ones stay as they were. */
export function createSheetsOfRuns(context: ServiceContext) {
  const { checklists, checklistTemplates: templates, checklistViews: views, history, settings, who } = context;

  function succeed(ended: StartedChecklist, device: DeviceRecord, at: string): void {
    const { items } = views.of(ended, device);
    const template = templates.find(ended.templateId) ?? checklists.templateOf(ended);
    const next = checklists.start(device.id, template, at, ended.options);
    const known = new Set(template.blocks.flatMap((block) => block.items.map(({ id }) => id)));
    for (const { id: itemId, blockId, state, note, by, at: markedAt } of items) {
      if (state === 'open' || by === null || markedAt === null) continue;
      const mark = { itemId, state, note, by, at: markedAt };
      if (by === EVIDENCE_INITIALS) checklists.mark(ended.id, mark);
      else if (blockId === REGISTRATION_BLOCK && known.has(itemId)) checklists.mark(next.id, mark);
    }
    checklists.end(ended.id, at);
    const sentence = `A new technician flow began, and with it a new sheet: ${template.title}.`;
    history.add({ deviceId: device.id, subject: 'checklist', sentence, source: who() });
  }

  return {
    /**
     * Ends the sheets of earlier technician flows, with the ticks of their facts, and begins new ones. For use within the
     * transaction that starts the run.
     * @param lastRun the device's latest run so far
     */
    beforeNewRun(device: DeviceRecord, lastRun: BenchRun | undefined, at: string): void {
      for (const sheet of checklists.ofDevice(device.id)) {
        if (sheet.endedAt !== null || !checklists.templateOf(sheet).followsRuns) continue;
        if (isOfEarlierRun(sheet, lastRun)) succeed(sheet, device, at);
      }
    },
    /** Begins the checklist of the device's scenario, where the settings want it. For use within the transaction that starts the run. */
    beginByItself(device: DeviceRecord): void {
      const template = templates.forScenario(device, readSettings(settings).checklistsAtStart);
      if (template !== null) startSheet(context, device.id, template);
    },
    /** The start at that moment was a mistake: its sheets go, and those before it are worked on again. */
    startTakenBack(deviceId: string, at: string): void {
      const begun = checklists.startedAt(deviceId, at);
      for (const { id, templateId } of checklists.endedAt(deviceId, at)) {
        checklists.reopen(id, begun.find((sheet) => sheet.templateId === templateId)?.id ?? null);
      }
    },
  };
}

/** A sheet that was begun after a failure is meant for the run that follows. */
function isOfEarlierRun({ startedAt }: StartedChecklist, lastRun: BenchRun | undefined): boolean {
  if (lastRun === undefined) return false;
  return !(lastRun.result === 'failed' && lastRun.endedAt !== null && startedAt > lastRun.endedAt);
}
