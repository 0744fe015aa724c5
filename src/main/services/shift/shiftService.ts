import type { ShiftHandlers } from '../../../shared/api/contract/shift.ts';
import { boardSteps, MOST_ON_BOARD } from '../../../shared/bench/benchBoard.ts';
import { devicePage, type DeviceFilter } from '../../../shared/devices/deviceFilter.ts';
import { isOverdue, waitOf } from '../../../shared/devices/wait.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { causesOf } from '../../../shared/shift/failureCauses.ts';
import type { ActCount, FailureCount } from '../../../shared/shift/shiftCounts.ts';
import { LONGEST_SPAN_MS, partHoursOf, type ShiftSpan } from '../../../shared/shift/shiftSpan.ts';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { byPart, byTechnician, totalsOf } from '../../../shared/shift/shiftTotals.ts';
import { stockBandsOf } from '../../../shared/shift/stockWeeks.ts';
import type { ShiftScope } from '../../store/shiftStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { partsInTurns } from './partsInTurns.ts';
import { shiftDocument } from './shiftDocument.ts';

/** More than anybody reads at a hand-over. */
const MOST_NOTES = 100;
const BEGINNING = new Date(0).toISOString();

/** What the lead asks: what was done when and by whom, why it failed, and what is left for the next shift. */
export function createShiftService(context: ServiceContext): ShiftHandlers {
  const { audit, deviceList, deviceViews, jobList, ports, publish, shift, shiftNotes, store, who } = context;

  function standing(tenantId: string | undefined): ShiftSummary['now'] {
    const now = ports.clock.now();
    const pageOf = (filter: DeviceFilter) =>
      devicePage.parse({ tenantId, sort: 'updated', descending: false, ...filter });
    const devices = (filter: DeviceFilter) => deviceList.matching(pageOf(filter));
    const running = deviceViews.ofAll(
      deviceList.page({ ...pageOf({ nextSteps: [...boardSteps.running] }), limit: MOST_ON_BOARD }),
    );
    const jobs = jobList.counts({ tenantId });
    return {
      at: now.toISOString(),
      running: devices({ bench: ['running'] }),
      overdue: running.filter((device) => {
        const wait = waitOf(device);
        return wait !== null && isOverdue(wait, now);
      }).length,
      failed: devices({ bench: ['failed'] }),
      toReseal: devices({ nextSteps: [...boardSteps.unsealed] }),
      toShip: devices({ nextSteps: [...boardSteps.toShip] }),
      waitingJobs: jobs.waiting + jobs.leased + jobs.retrying,
      failedJobs: jobs.failed,
      stock: stockBandsOf(shift.stock(tenantId), now),
    };
  }

  const forEachPart = partsInTurns(ports.clock);

  async function summaryOf({ tenantId, from, to }: AskedShift): Promise<ShiftSummary> {
    const scope = scopeOf({ tenantId, from, to });
    const acts: ActCount[] = [];
    const failures: FailureCount[] = [];
    // Acts and failures of a part in one turn, so that they add up whatever is done meanwhile.
    await forEachPart(scope, (part, number) => {
      acts.push(...shift.acts(part, number));
      failures.push(...shift.failures(part));
    });
    return {
      from: scope.from,
      to: scope.to,
      partHours: partHoursOf(scope),
      totals: totalsOf(acts),
      parts: byPart(acts, scope),
      technicians: byTechnician(acts),
      causes: causesOf(failures),
      notes: shiftNotes.between(scope, MOST_NOTES),
      now: standing(tenantId),
    };
  }

  return {
    'shift.summary': summaryOf,
    'shift.document': async (asked) => shiftDocument(context, await summaryOf(asked), asked),
    'shift.devices': async (asked) => {
      const ids = new Set<string>();
      await forEachPart(scopeOf(asked), (part) => {
        for (const id of shift.finishedDevices(part)) ids.add(id);
      });
      return { deviceIds: [...ids].toSorted() };
    },
    'shift.addNote': ({ text }) => {
      const note = store.write(() => {
        // What it says is a person's words, which the record of acts keeps for ever: only that there is one stands there.
        audit.add({ who: who(), action: 'shift.addNote', sentence: 'Wrote a note to the next shift.' });
        return shiftNotes.add({ technician: who(), text });
      });
      publish('shift.changed');
      return note;
    },
    'shift.notes': ({ to, limit }) => ({ notes: shiftNotes.between(inStoredForm({ from: BEGINNING, to }), limit) }),
  };
}

interface AskedShift extends ShiftSpan {
  readonly tenantId?: string | undefined;
}

function scopeOf({ tenantId, from, to }: AskedShift): ShiftScope {
  refuseSpan({ from, to });
  return { tenantId, ...inStoredForm({ from, to }) };
}

/** As times are stored, so that they compare as text. */
const inStoredForm = ({ from, to }: ShiftSpan): ShiftSpan => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

function refuseSpan({ from, to }: ShiftSpan): void {
  const length = Date.parse(to) - Date.parse(from);
  if (length <= 0) {
    throw new AppError('invalid-input', 'The span ends before it begins.', {
      remedy: 'Choose an end after its beginning.',
    });
  }
  if (length > LONGEST_SPAN_MS) {
    throw new AppError('invalid-input', 'The span is longer than 366 days.', { remedy: 'Choose a shorter one.' });
  }
}
