import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, textFile, type IntakeOnDisk, type NamedFile } from '../../rigs/intakeOnDisk.ts';

/** Two devices twice, one with a serial number that is not that of its hash, and columns that only a person knows. */
function deliveries(): NamedFile[] {
  const [first, second, third] = [0, 1, 2].map((number) => inventedDevice(number));
  const hash = (device = inventedDevice(9)): string => inventedHash(device);
  const intune = [
    'Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User',
    `${first?.serialNumber ?? ''},,${hash(first)},Kiosk,`,
    `OTHER1,,${hash(second)},,ada@contoso.com`,
    `${third?.serialNumber ?? ''},,${hash(third).slice(0, 900)},,`,
  ];
  const unknown = ['Nr;Wer;Was;Wo', `${first?.serialNumber ?? ''};ada@contoso.com;${hash(first)};Sales`];
  return [textFile('x/list.csv', intune.join('\r\n')), textFile('y/list.csv', unknown.join('\r\n'))];
}

const words = fc.constantFrom('', 'Kiosk', 'a, b', 'ada@contoso.com', 'nobody', 'PF0000X');
const rowId = fc.nat(6);
const field = fc.constantFrom('serialNumber', 'groupTag', 'assignedUser', 'model');
const edit = fc.record({ rowId, field, value: words });
const forAll = fc.record({ groupTag: words, assignedUser: words, orderNumber: words }, { requiredKeys: [] });
const choice = fc.record(
  {
    rowIds: fc.array(rowId, { maxLength: 3 }),
    reason: fc.constantFrom('serialNumber.mismatch', 'row.columns-guessed'),
    included: fc.boolean(),
  },
  { requiredKeys: ['included'] },
);
const column = fc.constantFrom('serialNumber', 'assignedUser', 'hardwareHash', 'groupTag', 'ignore');
const answer = fc.record({ fileId: fc.nat(4).map(String), columns: fc.array(column, { minLength: 3, maxLength: 4 }) });
const entry = fc.oneof(
  edit.map((input) => ({ name: 'intake.editRow', input }) as const),
  forAll.map((input) => ({ name: 'intake.applyToAll', input }) as const),
  choice.map((input) => ({ name: 'intake.include', input }) as const),
  answer.map((input) => ({ name: 'intake.map', input }) as const),
  fc.constant({ name: 'restart' } as const),
);

let intake: IntakeOnDisk;
beforeEach(() => {
  intake = intakeOnDisk();
});
afterEach(() => {
  intake.close();
});

test('whatever is entered, in whatever order and with whatever restarts, is there again to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 12 }), async (entries) => {
      const { previewId } = await intake.preview(...deliveries());
      const all = (on: IntakeOnDisk) =>
        Promise.all([on.engine.handlers['intake.current']({ previewId }), on.rows(previewId)]);
      /** What does not fit is refused and changes nothing; that too has to be so again. */
      const enter = async (on: IntakeOnDisk, step: Exclude<(typeof entries)[number], { name: 'restart' }>) => {
        const handler: (input: never) => unknown = on.engine.handlers[step.name];
        await Promise.resolve(Reflect.apply(handler, undefined, [{ ...step.input, previewId }])).catch(() => undefined);
      };
      // One entry that always fits, so that there is something to go on with.
      await intake.engine.handlers['intake.applyToAll']({ previewId, batchName: 'Monday' });

      let restarted = intakeOnDisk(intake);
      await restarted.engine.handlers['intake.resume']({ previewId });
      for (const step of entries) {
        if (step.name === 'restart') {
          restarted.close();
          restarted = intakeOnDisk(intake);
          await restarted.engine.handlers['intake.resume']({ previewId });
        } else await enter(restarted, step);
      }
      // The first process has seen nothing of it but what lies on disk, one entry after the other.
      const expected = await all(restarted);
      restarted.close();
      expect(await all(intake)).toEqual(expected);

      const again = intakeOnDisk(intake);
      await again.engine.handlers['intake.resume']({ previewId });
      expect(await all(again)).toEqual(expected);
      await again.engine.handlers['intake.discard']({ previewId });
      again.close();
      intake.store.database.exec('DELETE FROM column_mapping');
    }),
    { numRuns: 40 },
  );
});
