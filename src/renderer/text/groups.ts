import { formatter } from './formatter.ts';
import { devicesText } from './count.ts';

export const groupsText = {
  act: 'Dynamic groups',
  otherwise: 'group membership rule physical ids orderid purchaseorderid ztdid tag check',
  title: (tenant: string) => `Dynamic groups for ${tenant}`,
  views: { rules: 'Rules to copy', check: 'Check a rule' },
  rulesSentence:
    'For a group of type Security with the membership type Dynamic Device. A rule takes a device once it is registered.',
  ruleOf: {
    ztdId: 'All Autopilot devices',
    groupTag: (value: string) => `Group tag “${value}”`,
    purchaseOrder: (value: string) => `Purchase order “${value}”`,
  },
  counted: (devices: number) => `${devicesText(devices)} in the queue`,
  copy: 'Copy',
  copyNamed: (title: string) => `Copy the rule: ${title}`,
  rule: 'Membership rule',
  ruleHint: 'As it stands in the group in Entra or Intune. Checked against this queue; Microsoft is not asked.',
  check: 'Check the rule',
  summary: ({
    matching,
    nearly,
    others,
    notJudged,
  }: Readonly<Record<'matching' | 'nearly' | 'others' | 'notJudged', number>>) =>
    [
      `${formatter.count(matching, 'device falls', 'devices fall')} under it`,
      `${formatter.number(nearly)} nearly`,
      `${formatter.number(others)} not`,
      ...(notJudged === 0 ? [] : [`${formatter.number(notJudged)} cannot be judged here`]),
    ].join(', ') + '.',
  nearlyTitle: 'Nearly, and so not',
  nearly: (value: string, differsIn: string) => `${value} differs in ${differsIn}. Write both alike.`,
  value: { groupTag: (tag: string) => `Group tag “${tag}”`, other: 'A value' },
  neverTitle: 'Matches no device of the queue',
  strangeTitle: 'Cannot be judged here',
  matchingTitle: 'Falls under it',
  onceRegistered: 'once it is registered',
  readAct: 'Read its groups',
  readManyAct: 'Read groups',
  notRegistered: 'It is not registered, so Entra does not have it.',
  read: (devices: number) => `Read the groups of ${devicesText(devices)}.`,
  unread: (devices: number, sentence: string) => `The groups of ${devicesText(devices)} could not be read: ${sentence}`,
  ofDevice: 'Groups in Entra',
  ofDeviceAt: (groups: string, readAt: string) => `${groups} (read ${readAt})`,
} as const;
