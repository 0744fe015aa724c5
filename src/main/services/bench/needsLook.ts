import { benchBoardOf, boardSteps, MOST_ON_BOARD } from '../../../shared/bench/benchBoard.ts';
import { devicePage } from '../../../shared/devices/deviceFilter.ts';
import { isOverdue } from '../../../shared/devices/wait.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';

type Needed = Pick<ServiceContext, 'deviceList' | 'deviceViews' | 'ports' | 'settings'>;

/** How many devices need a person's look: what the bench lists as that, and the runs that are overdue; however many are stuck. */
export function needsLook(
  { deviceList: list, deviceViews: views, ports, settings }: Needed,
  tenantId: string | undefined,
): OutputOf<'bench.needsLook'> {
  const at = (steps: keyof typeof boardSteps) =>
    devicePage.parse({
      tenantId,
      nextSteps: boardSteps[steps],
      sort: 'updated',
      descending: false,
      limit: MOST_ON_BOARD,
    });
  const listed = (steps: keyof typeof boardSteps) => views.ofAll(list.page(at(steps)));
  const now = ports.clock.now();
  const { running, toSee } = benchBoardOf(
    {
      running: listed('running'),
      waiting: listed('waiting'),
      shipped: listed('shipped'),
      unsealed: listed('unsealed'),
      stuck: [],
    },
    now,
    readSettings(settings).resealWithinMinutes,
  );
  return {
    devices: running.filter(({ wait }) => isOverdue(wait, now)).length + toSee.length + list.matching(at('stuck')),
    notResealed: toSee.filter(({ reason }) => reason === 'notResealed').length,
  };
}
