/** Adding a device that is typed in or scanned from its label. */
export const addDeviceText = {
  act: 'Add a device…',
  also: 'type in by hand serial number maker model new',
  title: (tenantName: string) => `Add a device to ${tenantName}`,
  sentence:
    'Scan or type the serial number on the label. Maker and model stay for the next device. The hardware hash can be imported later.',
  serialNumber: 'Serial number',
  manufacturer: 'Maker',
  model: 'Model',
  purpose: 'What it is for',
  byItself: 'Decided by what is known of it',
  more: 'More about it',
  productKeyId: 'Product key ID',
  groupTag: 'Group tag',
  assignedUser: 'User',
  purchaseOrder: 'Purchase order',
  missing: 'Needed to add the device.',
  accept: 'Add it all the same',
  confirm: 'Add device',
  show: 'Open the device',
  added: 'Added so far',
} as const;
