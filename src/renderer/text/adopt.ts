import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

/** Taking devices into the queue that somebody else registered. */
export const adoptText = {
  act: 'Take in…',
  also: 'adopt OEM registered devices not in the queue, deregister them',
  title: (tenantName: string) => `Take in from ${tenantName}`,
  sentence:
    'These devices are registered in the tenant and are not in this queue. Taking them in changes nothing at Microsoft.',
  counts: (matching: number, total: number, selected: number) => {
    const shown =
      matching === total ? devicesText(total) : `${formatter.number(matching)} of ${formatter.number(total)} devices`;
    return selected === 0 ? shown : `${shown}, ${formatter.number(selected)} chosen`;
  },
  neverRead: 'The tenant’s list has not been read yet.',
  readAt: 'Read',
  read: 'Read the list now',
  reading: 'Reading from Microsoft…',
  search: 'Search serial, maker, model, tag or order',
  groupTag: 'Group tag',
  noGroupTag: 'No group tag',
  manufacturer: 'Maker',
  noManufacturer: 'Maker not known',
  all: 'All',
  table: 'Devices of the tenant that are not in the queue',
  noMatch: 'No device matches.',
  columns: {
    serialNumber: 'Serial number',
    manufacturer: 'Maker',
    model: 'Model',
    groupTag: 'Group tag',
    purchaseOrder: 'Purchase order',
  },
  confirm: (number: number) => (number === 0 ? 'Take in devices' : `Take in ${devicesText(number)}`),
  running: 'Taking devices in',
  progress: (done: number, total: number) => `${formatter.number(done)} of ${formatter.number(total)}`,
  stop: 'Stop',
  done: (adopted: number, matched: number) =>
    [
      adopted === 0 ? 'No new device was taken in.' : `${devicesText(adopted)} taken into the queue.`,
      ...(matched === 0
        ? []
        : [
            `${devicesText(matched)} of the queue turned out to be registered, and ${matched === 1 ? 'has' : 'have'} the ZTDID now.`,
          ]),
    ].join(' '),
  fromList:
    'Microsoft could not be asked about all of them. What the last list told is used, and the rest follows later.',
  left: (number: number) => `${devicesText(number)} ${number === 1 ? 'was' : 'were'} not asked for any more.`,
  refused: (number: number) => `${devicesText(number)} not taken in`,
  more: (number: number) => `and ${formatter.number(number)} more`,
} as const;
