import { roomy } from '../../../ui/breakpoints.ts';

/** Shape, serial, shelf, scenario, bar, time: the same in the head and in every row. */
export const boardColumns = {
  bench: {
    gridTemplateColumns: '28px 152px 44px 164px minmax(0, 1fr) 104px',
    columnGap: '12px',
    [roomy]: { gridTemplateColumns: '40px 272px 56px 236px minmax(0, 1fr) 152px', columnGap: '16px' },
  },
  dense: {
    gridTemplateColumns: '28px 152px 44px 128px minmax(0, 1fr) 168px',
    columnGap: '12px',
    [roomy]: { gridTemplateColumns: '40px 240px 56px 180px minmax(0, 1fr) 212px', columnGap: '16px' },
  },
  /** No scenario: a wall says where and how long. */
  wall: { gridTemplateColumns: '56px 424px 92px minmax(0, 1fr) 216px', columnGap: '20px' },
} as const;
