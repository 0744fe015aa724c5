import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { espOf } from '../../../src/shared/esp/deviceEsp.ts';
import { espSentence } from '../../../src/shared/esp/espWords.ts';
import type { StatusPage } from '../../../src/shared/esp/statusPage.ts';
import { defaultPage, notToGroup, statusPageNamed, toAll, toGroup, toUsers } from '../../rigs/statusPages.ts';

const kiosk = statusPageNamed('Kiosk', { priority: 1, timeoutMinutes: 45, assignments: [toGroup('kiosk')] });
const workshop = statusPageNamed('Workshop', { priority: 2, timeoutMinutes: 90, assignments: [toGroup('all')] });
const pages = [defaultPage, workshop, kiosk];
const namesOf = (esp: ReturnType<typeof espOf>) => esp.pages.map(({ name }) => name);

describe('the status page of a device', () => {
  test.each<[string, readonly string[], string, number | null, boolean]>([
    ['in two groups gets the page with the lower number', ['all', 'kiosk'], 'Kiosk', 45, true],
    ['in one group gets its page', ['all'], 'Workshop', 90, true],
    ['in no group gets the default page, although its number is 0', [], 'Default', null, false],
  ])('a device %s', (_, groupIds, name, timeoutMinutes, isOn) => {
    const esp = espOf(pages, groupIds, true);
    expect(esp).toMatchObject({ timeoutMinutes, isOn, doubts: [] });
    expect(namesOf(esp)).toEqual([name]);
  });

  test('is not known while its groups are not, and all that may be meant are named', () => {
    const esp = espOf(pages, null, true);
    expect(namesOf(esp)).toEqual(['Kiosk', 'Workshop', 'Default']);
    expect(esp).toMatchObject({ timeoutMinutes: null, isOn: null, doubts: ['groupsNotRead'] });
    expect(espSentence(esp)).toBe(
      '“Kiosk” or “Workshop” or “Default”. Not known for sure: the groups of the device have not been read.',
    );
  });

  test('tells what all pages agree on that may be meant', () => {
    const forAll = statusPageNamed('All', { priority: 3, timeoutMinutes: 45, assignments: [toAll] });
    expect(espOf([defaultPage, kiosk, forAll], null, true)).toMatchObject({ timeoutMinutes: 45, isOn: true });
  });

  test('is known without groups where the strongest page is for all devices', () => {
    const forAll = { ...workshop, priority: 0, assignments: [toAll] };
    expect(namesOf(espOf([defaultPage, forAll, kiosk], null, true))).toEqual(['Workshop']);
  });

  test('an exclusion outranks, and needs the groups to be judged', () => {
    const page = statusPageNamed('All but kiosks', { assignments: [toAll, notToGroup('kiosk')] });
    expect(namesOf(espOf([defaultPage, page], ['kiosk'], true))).toEqual(['Default']);
    expect(namesOf(espOf([defaultPage, page], ['all'], true))).toEqual(['All but kiosks']);
    expect(espOf([defaultPage, page], null, true).doubts).toEqual(['groupsNotRead']);
  });

  test.each<[string, StatusPage['assignments'], string]>([
    ['a filter', [{ ...toGroup('all'), hasFilter: true }], 'filter'],
    ['users', [toUsers], 'users'],
    [
      'a target that is new to us',
      [{ target: 'configurationManagerCollection', groupId: null, hasFilter: false }],
      'assignmentsNotRead',
    ],
    ['assignments that did not come', null, 'assignmentsNotRead'],
  ])('%s leave a doubt', (_, assignments, doubt) => {
    const page = { ...workshop, assignments };
    const esp = espOf([defaultPage, page], ['all'], true);
    expect(esp.doubts).toEqual([doubt]);
    expect(namesOf(esp)).toEqual(['Workshop', 'Default']);
  });

  test('a list that ended early proves nothing', () => {
    expect(espOf(pages, ['kiosk'], false)).toMatchObject({
      isOn: null,
      timeoutMinutes: null,
      doubts: ['pagesNotRead'],
    });
  });

  test('what is known without the groups is still so once they are read', () => {
    const assignment = fc.oneof(
      fc.constantFrom('a', 'b').chain((id) => fc.constantFrom(toGroup(id), notToGroup(id))),
      fc.constant(toAll),
    );
    const page = fc.record({
      priority: fc.integer({ min: 1, max: 3 }),
      assignments: fc.array(assignment),
      minutes: fc.constantFrom(30, 60),
    });
    fc.assert(
      fc.property(fc.array(page, { maxLength: 4 }), fc.subarray(['a', 'b']), (made, groupIds) => {
        const all = [
          defaultPage,
          ...made.map(({ priority, assignments, minutes }, index) =>
            statusPageNamed(`P${index}`, { priority, assignments, timeoutMinutes: minutes }),
          ),
        ];
        const before = espOf(all, null, true);
        const after = espOf(all, groupIds, true);
        expect(after.doubts).toEqual([]);
        expect(after.pages).toHaveLength(1);
        expect(before.pages).toContainEqual(after.pages[0]);
        if (before.timeoutMinutes !== null) expect(after.timeoutMinutes).toBe(before.timeoutMinutes);
        if (before.isOn !== null) expect(after.isOn).toBe(before.isOn);
      }),
    );
  });
});
