import { makeBenchQueue } from '../support/benchQueue.ts';
import { goToBench } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

test('a screen reader is told the board part by part, each device with its shelf, its kind and its time in words', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 2);
  const { page, close } = await openReseal();
  await goToBench(page);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Bench" [level=1]
      - region "Running":
        - heading "Running" [level=2]
        - text: "2"
        - list:
          - listitem:
            - link /5CG4101QZB Shelf 1 Pre-provisioned ThinkPad T14 Gen 5 7\\d:\\d+ 1\\d min over/
          - listitem:
            - link /5CG4102QZB Shelf 2 Pre-provisioned Surface Pro 10 5\\d:\\d+ \\d min left/
      - region "Needs a look":
        - heading "Needs a look" [level=2]
        - text: "3"
        - list:
          - listitem:
            - link /5CG4120M7P Failed \\d+ min ago, 0x81036502 Shelf 32/
          - listitem:
            - 'link "038744375194 Blocked: virtual machine Shelf 30"'
          - listitem:
            - link /PFT9G3FP User must sign in by/
      - region "Ready for you":
        - heading "Ready for you" [level=2]
        - text: "3"
        - list:
          - listitem:
            - link "1 start next 5CG4122BHX"
          - listitem:
            - link /1 reseal green since/
          - listitem:
            - link /1 ship oldest since/
  `);
  await close();
});

test('a screen reader is told the table of the queue: headings that sort, and each status as a word', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 1);
  const { page, close } = await openReseal();
  await page.getByRole('link', { name: 'Queue', exact: true }).click();
  const table = page.getByRole('grid', { name: 'Devices' });
  await expect(table).toMatchAriaSnapshot(`
    - grid "Devices":
      - rowgroup:
        - row:
          - columnheader "Select everything that matches":
            - checkbox "Select everything that matches"
          - columnheader "Serial number":
            - button "Serial number"
  `);
  await expect(table.getByRole('row', { name: /5CG4120M7P/ })).toMatchAriaSnapshot(`
    - row:
      - gridcell "Select 5CG4120M7P":
        - checkbox "Select 5CG4120M7P"
      - gridcell "5CG4120M7P"
      - gridcell "HP EliteBook 650 G10"
      - gridcell "Retry technician flow"
      - gridcell /Registration/:
        - 'img "Registration: Registered"'
        - 'img "Profile: Assigned"'
        - 'img "Bench: Failed"'
        - 'img "Enrollment: Not enrolled"'
        - 'img "Reseal: Not resealed"'
  `);
  await expect(table.getByRole('columnheader', { name: 'Changed' })).toHaveAttribute('aria-sort', 'descending');
  await close();
});
