import type { ChecklistTemplate } from '../checklists/checklist.ts';
import { stepsOf, type BoardGuide, type RepairCase } from './boardGuide.ts';
import { repairVerdictTitles } from './boardWords.ts';

/** Where a step is done, by who does it. */
const places = {
  technician: 'Bench',
  administrator: 'Reseal, or whoever registered the device',
  user: 'The customer’s place',
} as const;

/** The checklist of a case, by the id of the case. */
export const repairChecklistId = ({ id }: Pick<RepairCase, 'id'>): string => `repair-${id}`;

/** The steps of a case as a checklist, in the order of the case; its caution stands at the first of them. */
export function repairChecklist(guide: BoardGuide, found: RepairCase): ChecklistTemplate {
  return {
    id: repairChecklistId(found),
    version: guide.version,
    title: `Repair: ${found.title}`,
    scenario: repairVerdictTitles[found.verdict],
    source: guide.source,
    kind: 'repair',
    followsRuns: false,
    reviewed: null,
    blocks: [
      {
        id: 'C',
        title: 'Repair',
        scope: 'device',
        items: stepsOf(guide, found).map(({ code, title, hint, who, doneWhen, evidence, isGate }, index) => ({
          id: code,
          title,
          need: 'required',
          condition: null,
          who: [who],
          where: places[who],
          doneWhen,
          hints: [
            ...(index === 0 && found.caution !== undefined ? [found.caution] : []),
            ...(hint === undefined ? [] : [hint]),
          ],
          evidence: evidence ?? null,
          only: null,
          commands: [],
          isGate,
          // Who registers it anew has said why the damaged device was not deregistered.
          passedBy: evidence === 'autopilot.absent' ? 'board.registered' : null,
          isShared: false,
          sources: [{ page: 'motherboard' }],
        })),
      },
    ],
  };
}
