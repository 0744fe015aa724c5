import { benchBoardOf, boardSteps, MOST_ON_BOARD } from '../../../shared/bench/benchBoard.ts';
import { devicePage } from '../../../shared/devices/deviceFilter.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** How many devices need a person's look: the same as the bench lists, however many are stuck. */
export function needsLook(
  { deviceList: list, deviceViews: views, ports }: Pick<ServiceContext, 'deviceList' | 'deviceViews' | 'ports'>,
  tenantId: string | undefined,
): number {
  const at = (steps: keyof typeof boardSteps) =>
    devicePage.parse({
      tenantId,
      nextSteps: boardSteps[steps],
      sort: 'updated',
      descending: false,
      limit: MOST_ON_BOARD,
    });
  const listed = (steps: keyof typeof boardSteps) => list.page(at(steps)).map(views.of);
  const { toSee } = benchBoardOf(
    { running: listed('running'), waiting: listed('waiting'), shipped: listed('shipped'), stuck: [], ready: [] },
    ports.clock.now(),
  );
  return toSee.length + list.matching(at('stuck'));
}
