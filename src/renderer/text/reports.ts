import { devicesText } from './count.ts';

export const reportText = {
  act: 'Report for the customer…',
  title: (devices: number) =>
    devices === 1 ? 'Report for the customer' : `Report of ${devicesText(devices)} for the customer`,
  what: 'What was done with each device, its result, its dates and by when it must be used.',
  format: 'File',
  withPhotos: 'Show the photos of the devices',
  formats: { pdf: 'Paper (PDF)', csv: 'Table (CSV)' },
  saved: (devices: number) => `Report of ${devicesText(devices)} saved.`,
} as const;
