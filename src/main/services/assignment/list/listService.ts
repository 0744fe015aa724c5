import { randomUUID } from 'node:crypto';
import type { AssignmentHandlers } from '../../../../shared/api/contract/assignment.ts';
import { countsOf, type ListedLine } from '../../../../shared/assignment/listedChange.ts';
import { tellIssue } from '../../../../shared/intake/tellIssue.ts';
import { actInTurns } from '../../actInTurns.ts';
import type { ServiceContext } from '../../serviceContext.ts';
import { enterWish } from '../enterWish.ts';
import { compareList, type ComparedLine } from './compareList.ts';
import { leftOutDocument } from './leftOutDocument.ts';
import { readList } from './readList.ts';

/** Lists of serial numbers with what their devices are to have: compared with the queue, and applied. */
export function createListService(
  context: ServiceContext,
): Pick<AssignmentHandlers, 'assignment.compareList' | 'assignment.leftOutOfList' | 'assignment.applyList'> {
  const { devices, publish } = context;

  return {
    'assignment.compareList': ({ tenantId, base64 }) => {
      const { lines: read, issues, ...list } = readList(Buffer.from(base64, 'base64'));
      const lines = compareList(context, tenantId, read).map(listedLineOf);
      return { ...list, counts: countsOf(lines), lines, issues: issues.map(tellIssue) };
    },
    'assignment.leftOutOfList': ({ tenantId, base64, overwrite, leaveOut }) => {
      const { lines } = readList(Buffer.from(base64, 'base64'));
      const without = new Set(leaveOut);
      const left = compareList(context, tenantId, lines).filter(
        (line) => line.effect !== 'same' && !isChosen(line, overwrite, without),
      );
      return leftOutDocument(left);
    },
    async 'assignment.applyList'({ tenantId, base64, overwrite, leaveOut }) {
      const { lines: read } = readList(Buffer.from(base64, 'base64'));
      const actId = randomUUID();
      const compared = compareList(context, tenantId, read);
      const chosen = compared.filter((line) => isChosen(line, overwrite, new Set(leaveOut)));
      const byDevice = new Map(chosen.flatMap((line) => (line.device === null ? [] : [[line.device.id, line]])));
      const people = chosen.flatMap(({ wishes }) =>
        wishes.flatMap(({ field, value }) => (field === 'assignedUser' ? [value] : [])),
      );
      const act = {
        action: 'assignment.applyList',
        sentence: (count: string) => `Changed ${count} by a list.`,
        people: [...new Set(people)],
      };
      let changed = 0;
      let overwritten = 0;
      await actInTurns(context, [...byDevice.keys()], act, (id) => {
        const device = devices.get(id);
        const line = byDevice.get(id);
        // What has changed since the comparison is not what was looked at.
        if (device === null || line === undefined || device.updatedAt !== line.device?.updatedAt) return false;
        for (const wished of line.wishes) {
          enterWish(context, devices.get(id) ?? device, wished, { actId, batchId: `${actId}:${wished.field}` });
        }
        changed += 1;
        if (line.effect === 'spared') overwritten += 1;
        return true;
      });
      publish('devices.changed');
      publish('jobs.changed');
      const { spared, notPossible, same, notInQueue } = countsOf(compared);
      const leftOut = compared.filter(({ effect }) => effect === 'add' || effect === 'change').length;
      return {
        actId,
        changed,
        spared: spared - overwritten,
        leftOut: leftOut - (changed - overwritten),
        notPossible,
        same,
        notInQueue,
      };
    },
  };
}

/** What somebody overwrites is what was shown to them: where another value has come since, the line is spared. */
function isChosen(
  { line, effect, values }: ComparedLine,
  overwrite: readonly Overwritten[],
  leaveOut: ReadonlySet<number>,
): boolean {
  if (effect === 'add' || effect === 'change') return !leaveOut.has(line);
  if (effect !== 'spared') return false;
  const shown = overwrite.find((one) => one.line === line)?.before;
  return shown !== undefined && values.every(({ isOthers, before }) => !isOthers || shown.includes(before ?? ''));
}

interface Overwritten {
  readonly line: number;
  readonly before: readonly string[];
}

function listedLineOf({ line, serialNumber, device, effect, values, issues }: ComparedLine): ListedLine {
  return {
    line,
    serialNumber,
    deviceId: device?.id ?? null,
    effect,
    values: [...values],
    issues: [...issues],
  };
}
