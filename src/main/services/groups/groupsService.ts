import { AppError } from '../../../shared/outcome/appError.ts';
import type { GroupHandlers } from '../../../shared/api/contract/groups.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { isRead } from '../../../shared/assignment/heldValue.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceFilter } from '../../../shared/devices/deviceFilter.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { parseRule } from '../../../shared/groups/groupRule.ts';
import { conditionsOf, judgeRule, nearMissOf, ruleFor, strangeConditionsOf } from '../../../shared/groups/judgeRule.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readMembership } from './readMembership.ts';

type Checked = OutputOf<'groups.check'>;

/** Dynamic groups: their rules for the queue, which devices a rule takes, and which groups a device is in. */
export function createGroupsService(context: ServiceContext): GroupHandlers {
  const { deviceList: list } = context;
  function* devicesOf(tenantId: string): Generator<DeviceRecord> {
    for (const id of list.ids(deviceFilter.parse({ tenantId }))) {
      const device = context.store.setAside.orNull(() => list.get(id))?.device;
      // Entra looks at the tag that Microsoft holds, whatever is wished.
      if (device !== undefined) yield isRead(device) ? { ...device, groupTag: device.heldGroupTag } : device;
    }
  }

  return {
    'groups.rules': ({ tenantId }) => {
      const counts = { groupTag: new Map<string, number>(), purchaseOrder: new Map<string, number>() };
      let devices = 0;
      for (const device of devicesOf(tenantId)) {
        devices += 1;
        for (const field of ['groupTag', 'purchaseOrder'] as const) {
          const value = device[field];
          if (value !== null) counts[field].set(value, (counts[field].get(value) ?? 0) + 1);
        }
      }
      const rulesOf = (of: 'groupTag' | 'purchaseOrder') =>
        [...counts[of]]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([value, count]) => ({ of, value, rule: ruleFor(of, value), devices: count }));
      const everyDevice = { of: 'ztdId' as const, value: null, rule: ruleFor('ztdId', null), devices };
      return { rules: [everyDevice, ...rulesOf('groupTag'), ...rulesOf('purchaseOrder')] };
    },
    'groups.check': ({ tenantId, rule: text }) => {
      const parsed = parseRule(text);
      if (!parsed.ok) {
        throw new AppError('invalid-input', `The rule cannot be read at character ${parsed.problem.position}.`, {
          remedy: 'Copy it from the group in Entra, or begin with one of “reseal groups rules”.',
        });
      }
      const { rule } = parsed;
      const checked: Checked = {
        matching: [],
        nearlyEqual: [],
        others: 0,
        notJudged: 0,
        neverMatching: [],
        strangeConditions: [...strangeConditionsOf(rule)],
      };
      const unmet = new Set(conditionsOf(rule));
      for (const device of devicesOf(tenantId)) {
        for (const condition of unmet) if (judgeRule(condition, device) === true) unmet.delete(condition);
        const verdict = judgeRule(rule, device);
        const differsIn = verdict === true ? null : nearMissOf(rule, device);
        if (verdict === true) checked.matching.push(shown(device));
        else if (differsIn !== null) checked.nearlyEqual.push({ ...shown(device), differsIn });
        else if (verdict === null) checked.notJudged += 1;
        else checked.others += 1;
      }
      checked.neverMatching = [...unmet].map(({ value }) => value);
      return checked;
    },
    'groups.readMembership': ({ deviceIds }) => readMembership(context, deviceIds),
  };
}

const shown = (device: DeviceRecord) => ({
  id: device.id,
  serialNumber: deviceTitle(device),
  groupTag: device.groupTag,
  purchaseOrder: device.purchaseOrder,
  isRegistered: device.registration === 'registered',
});
