import { describe, expect, test } from 'vitest';
import { nextLook, type NextLook } from '../../../src/main/services/assignment/changeProgress.ts';
import { changeJob, isTrue, openWishesOf } from '../../../src/main/services/assignment/wishes.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';
import { actWords } from '../../../src/shared/jobs/jobAct.ts';
import { autopilotDevice } from '../../rigs/autopilotDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

test('a change is looked for at 30 s, 1, 2, 5 and 10 min, sent once more in between, and then given up', () => {
  const course: string[] = [];
  let progress = { looks: 0, isResent: false };
  let next: NextLook;
  do {
    next = nextLook(progress);
    course.push(next.type === 'look' ? `${next.afterMs / 1_000} s` : next.type);
    progress = next.type === 'resend' ? { looks: 0, isResent: true } : { ...progress, looks: progress.looks + 1 };
  } while (next.type !== 'giveUp');
  expect(course).toEqual(['30 s', '60 s', 'resend', '30 s', '60 s', '120 s', '300 s', '600 s', 'giveUp']);
});

describe('wishes', () => {
  test('hold for Microsoft’s side without regard to the case of addresses and names', () => {
    const seen = autopilotDevice({ userPrincipalName: 'Ada@Contoso.com', groupTag: 'Kiosk', displayName: null });
    expect(isTrue({ property: 'user', value: 'ada@contoso.COM' }, seen)).toBe(true);
    expect(isTrue({ property: 'groupTag', value: 'kiosk' }, seen)).toBe(false);
    expect(isTrue({ property: 'name', value: '' }, seen)).toBe(true);
  });

  test('of a newly registered device are those that the import did not bring about', () => {
    const device = readyDevice({ groupTag: 'Kiosk', assignedUser: 'ada@contoso.com', deviceName: 'LAB-1' });
    const seen = autopilotDevice({ groupTag: 'Kiosk' });
    expect(
      openWishesOf({ mayAppear: () => [] }, device, seen, 'b1').map(({ act, batchId }) => ({
        act: actWords(act, '{devices}', neutralFormatter),
        batchId,
      })),
    ).toEqual([
      { act: 'Assign a user to {devices}', batchId: 'b1:user' },
      { act: 'Name {devices}', batchId: 'b1:name' },
    ]);
  });

  test('never name a person in their sentence', () => {
    const job = changeJob(readyDevice(), { property: 'user', value: 'ada@contoso.com' }, 'b1');
    expect(JSON.stringify(job.act)).not.toContain('@');
    expect(job.wish).not.toContain('@');
  });

  test('wait for the registration of a device that Microsoft does not have yet', () => {
    const job = changeJob(readyDevice({ registration: 'pending' }), { property: 'groupTag', value: 'A' }, 'b1');
    expect(job.waitsFor).toBe(`registered:${readyDevice().id}`);
    expect(changeJob(readyDevice(), { property: 'groupTag', value: 'A' }, 'b1').waitsFor).toBeUndefined();
  });
});
