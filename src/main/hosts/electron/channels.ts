/** The page calls procedures here, and hears events there; there are no other channels. */
export const CALL_CHANNEL = 'reseal:call';
export const EVENT_CHANNEL = 'reseal:event';
