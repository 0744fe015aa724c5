import type { BoardGuide } from '../../../shared/boards/boardGuide.ts';
import { repairChecklist } from '../../../shared/boards/repairChecklist.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { checklistKind, type ChecklistTemplate } from '../../../shared/checklists/checklist.ts';
import { checklistOfScenario } from '../../../shared/checklists/checklistOfScenario.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { ServiceStores } from '../serviceStores.ts';

export interface ChecklistTemplates {
  /** Those that ship with Reseal. */
  readonly ours: readonly ChecklistTemplate[];
  /** All by kind, in each kind ours first. */
  readonly all: () => readonly ChecklistTemplate[];
  readonly find: (id: string) => ChecklistTemplate | undefined;
  /** @throws AppError `not-found` naming the checklists there are */
  readonly named: (id: string) => ChecklistTemplate;
  /**
   * The checklist that the device's scenario asks for, or the lab's own copy of it; null where it has none.
   * @param among the ids that may be chosen; all where it is left out
   */
  readonly forScenario: (device: DeviceRecord, among?: readonly string[]) => ChecklistTemplate | null;
}

/** The checklists that can be started: ours, and those that the lab made. */
export function createChecklistTemplates(
  ours: readonly ChecklistTemplate[],
  own: ServiceStores['ownChecklists'],
  guide: BoardGuide,
): ChecklistTemplates {
  // Begun from the questions of a repair alone, so they are not offered among the others.
  const repairs = guide.cases.map((found) => repairChecklist(guide, found));
  const find = (id: string): ChecklistTemplate | undefined =>
    [...ours, ...repairs].find((template) => template.id === id) ?? own.get(id)?.template;

  function all(): readonly ChecklistTemplate[] {
    const both = [...ours, ...own.list().map(({ template }) => template)];
    return checklistKind.options.flatMap((kind) => both.filter((template) => template.kind === kind));
  }

  return {
    ours,
    all,
    find,
    named(id) {
      const found = find(id);
      if (found !== undefined) return found;
      throw new AppError('not-found', `There is no checklist “${id}”.`, {
        remedy: `Choose one of ${all()
          .map((template) => template.id)
          .join(', ')}.`,
      });
    },
    forScenario(device, among) {
      const copies = own.list();
      const basisOf = new Map(copies.map(({ template, basedOn }) => [template.id, basedOn]));
      const wanted = among ?? [...ours.map(({ id }) => id), ...basisOf.keys()];
      const id = checklistOfScenario(
        device,
        wanted.map((one) => basisOf.get(one) ?? one),
      );
      if (id === null) return null;
      const copy = copies.find(({ template, basedOn }) => basedOn === id && wanted.includes(template.id));
      return copy?.template ?? ours.find((template) => template.id === id) ?? null;
    },
  };
}
