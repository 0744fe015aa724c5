/** Characters that Intune takes in a group tag. */
export const LONGEST_GROUP_TAG = 128;
/** Characters that Windows takes in a device name. */
export const LONGEST_DEVICE_NAME = 15;
