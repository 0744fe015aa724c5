import { formatter } from './formatter.ts';

/** “1 device”, “4,812 devices” */
export const devicesText = (number: number): string => formatter.count(number, 'device', 'devices');
