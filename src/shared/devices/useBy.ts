import type { UserFlowWindow } from '../bench/userFlowWindow.ts';

/** Until when its user must have started a device, as ISO 8601; null where no technician flow has ended well, or the user has. */
export const useByOf = ({ state, notAfter }: UserFlowWindow): string | null => (state === 'done' ? null : notAfter);
