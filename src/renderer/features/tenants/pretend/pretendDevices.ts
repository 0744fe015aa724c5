import { create } from 'zustand';
import type { DeploymentMode, DeviceScreen } from '../../../../shared/tenants/deviceScreen.ts';

/** What the screen of a pretend device shows; what the practice tenant has no part in is the page's alone. */
export type PretendPage =
  | DeviceScreen
  | { readonly page: 'setup' }
  | { readonly page: 'running'; readonly mode: DeploymentMode; readonly startedAt: number; readonly speed: number }
  | { readonly page: 'off' };

/** The device at hand; null where a sealed box is to be chosen. */
export interface DeviceToPlay {
  readonly ztdId: string;
  readonly serialNumber: string;
}

interface PretendDevices {
  readonly shown: { readonly tenantId: string; readonly device: DeviceToPlay | null } | null;
  /** Every device keeps its page while others are played, as on a bench. */
  readonly pages: Readonly<Record<string, PretendPage>>;
}

/** The pretend devices on the bench. They stay where they are until the page is closed. */
export const usePretendDevices = create<PretendDevices>(() => ({ shown: null, pages: {} }));

export function showPretendDevice(tenantId: string, device: DeviceToPlay | null): void {
  usePretendDevices.setState({ shown: { tenantId, device } });
}

export function putPretendDeviceAway(): void {
  usePretendDevices.setState({ shown: null });
}

export function turnPage(ztdId: string, page: PretendPage): void {
  usePretendDevices.setState(({ pages }) => ({ pages: { ...pages, [ztdId]: page } }));
}
