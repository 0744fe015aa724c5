import { makeBenchQueue } from '../support/benchQueue.ts';
import { expectAccessible, expectNothingCutOff, picture } from '../support/look.ts';
import { goToPlace, places } from '../support/places.ts';
import { expect, test } from '../support/resealTest.ts';

test.use({ viewport: { width: 3840, height: 2160 } });

test('every place fills the largest screen without a fault, and nothing is cut off', async ({
  dataFolder,
  openReseal,
}) => {
  makeBenchQueue(dataFolder, 20);
  const { page, problems, close } = await openReseal();
  for (const place of places) {
    await goToPlace(page, place);
    await expectAccessible(page);
    await expectNothingCutOff(page, { tables: true });
    await picture(page, `${place.toLowerCase()}-3840`);
  }
  await close();
  expect(problems).toEqual([]);
});
