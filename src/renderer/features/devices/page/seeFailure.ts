import { create } from 'zustand';

/** Whose failure somebody wants to see, and how often that was asked. */
const useAsked = create<{ readonly deviceId: string | null; readonly times: number }>(() => ({
  deviceId: null,
  times: 0,
}));

/** Opens what is wrong with a device, on its page or once that is shown. */
export const seeFailure = (deviceId: string): void =>
  useAsked.setState(({ times }) => ({ deviceId, times: times + 1 }));

/** When its page is left, a later visit is about something else. */
export const forgetFailure = (): void => useAsked.setState({ deviceId: null });

/** How often it was asked to see what is wrong with this device. */
export const useFailureAsked = (id: string): number => useAsked(({ deviceId, times }) => (deviceId === id ? times : 0));
