import { devicesText } from './count.ts';
import { formatter } from './formatter.ts';

export const labelText = {
  look: 'Look at the label',
  label: 'Label',
  saveOne: 'Save the label as PDF',
  saveMany: 'Save labels as PDF',
  labels: 'Labels',
  making: (number: number) => `Making ${formatter.number(number)}…`,
  saved: (number: number) => `Labels of ${devicesText(number)} saved.`,
  title: (serialNumber: string) => `Label of ${serialNumber}`,
  preview: (serialNumber: string) => `Label with the serial number ${serialNumber}, its QR code and barcode`,
  save: 'Save as PDF',
  badge: 'Save a badge to scan',
  badgeSaved: (initials: string) => `Badge of ${initials} saved. Scanned, it says who works at this bench.`,
} as const;
