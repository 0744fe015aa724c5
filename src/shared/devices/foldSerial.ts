/** A serial number as two are compared: without blanks around it and without regard to case. */
export const foldSerial = (serialNumber: string | null): string => serialNumber?.trim().toLowerCase() ?? '';
