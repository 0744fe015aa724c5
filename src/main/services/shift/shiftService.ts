import type { ShiftHandlers } from '../../../shared/api/contract/shift.ts';
import { boardSteps, MOST_ON_BOARD } from '../../../shared/bench/benchBoard.ts';
import { devicePage, type DeviceFilter } from '../../../shared/devices/deviceFilter.ts';
import { isOverdue, waitOf } from '../../../shared/devices/wait.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { causesOf } from '../../../shared/shift/failureCauses.ts';
import { LONGEST_SPAN_MS, partHoursOf, type ShiftSpan } from '../../../shared/shift/shiftSpan.ts';
import type { ShiftSummary } from '../../../shared/shift/shiftSummary.ts';
import { byPart, byTechnician, totalsOf } from '../../../shared/shift/shiftTotals.ts';
import { stockBandsOf } from '../../../shared/shift/stockWeeks.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** What the lead asks: what was done when and by whom, why it failed, and what is left for the next shift. */
export function createShiftService({
  deviceList,
  deviceViews,
  jobList,
  ports,
  shift,
}: Pick<ServiceContext, 'deviceList' | 'deviceViews' | 'jobList' | 'ports' | 'shift'>): ShiftHandlers {
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

  return {
    'shift.summary': ({ tenantId, from, to }) => {
      refuseSpan({ from, to });
      const scope = { tenantId, ...inStoredForm({ from, to }) };
      const acts = shift.acts(scope);
      return {
        from: scope.from,
        to: scope.to,
        partHours: partHoursOf(scope),
        totals: totalsOf(acts),
        parts: byPart(acts, scope),
        technicians: byTechnician(acts),
        causes: causesOf(shift.failures(scope)),
        now: standing(tenantId),
      };
    },
  };
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
