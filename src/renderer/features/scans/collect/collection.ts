import { create } from 'zustand';

/** A device that was scanned into the collection. */
export interface CollectedDevice {
  readonly id: string;
  readonly title: string;
  readonly model: string;
  readonly tenantId: string;
  /** Whose badge was scanned after it; null where none was. */
  readonly userPrincipalName: string | null;
}

/** A scan that added nothing, until somebody puts it aside. */
export interface BadScan {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
}

interface LastScan {
  readonly deviceId: string;
  readonly kind: 'added' | 'again' | 'paired';
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Collection {
  /** Whether scans go in here: while its screen is shown. */
  readonly isOn: boolean;
  /** The newest first. */
  readonly devices: readonly CollectedDevice[];
  readonly bad: readonly BadScan[];
  readonly last: LastScan | null;
}

const nothing = { devices: [], bad: [], last: null };

/** Devices that are scanned one after the other, for one act on all. It stays while the page is elsewhere. */
export const useCollection = create<Collection>(() => ({ isOn: false, ...nothing }));

export const switchCollecting = (isOn: boolean): void => useCollection.setState({ isOn });

export const emptyCollection = (): void => useCollection.setState(nothing);

/** Adds a device once; a second scan of it only moves it to the front. */
export function collect(device: Omit<CollectedDevice, 'userPrincipalName'>, at: number): 'added' | 'again' {
  const { devices } = useCollection.getState();
  const before = devices.find(({ id }) => id === device.id);
  const kind = before === undefined ? 'added' : 'again';
  const collected = { userPrincipalName: null, ...before, ...device };
  useCollection.setState({
    devices: [collected, ...devices.filter(({ id }) => id !== device.id)],
    last: { deviceId: device.id, kind, at },
  });
  return kind;
}

/** The device that was scanned last is for this user; false where none was scanned. */
export function pairLast(userPrincipalName: string, at: number): boolean {
  const { devices } = useCollection.getState();
  const [first, ...others] = devices;
  if (first === undefined) return false;
  useCollection.setState({
    devices: [{ ...first, userPrincipalName }, ...others],
    last: { deviceId: first.id, kind: 'paired', at },
  });
  return true;
}

export function addBadScan(title: string, sentence: string): void {
  useCollection.setState(({ bad }) => ({ bad: [{ key: crypto.randomUUID(), title, sentence }, ...bad] }));
}

/** Puts devices of before a reload behind those that were scanned since, and says what did not come back with them. */
export function bringBack(before: readonly CollectedDevice[], bad: readonly Omit<BadScan, 'key'>[]): void {
  useCollection.setState((now) => ({
    devices: [...now.devices, ...before.filter(({ id }) => now.devices.every((device) => device.id !== id))],
    bad: [...now.bad, ...bad.map((scan) => ({ ...scan, key: crypto.randomUUID() }))],
  }));
}

export const putAside = (key: string): void =>
  useCollection.setState(({ bad }) => ({ bad: bad.filter((scan) => scan.key !== key) }));

export const takeOut = (id: string): void =>
  useCollection.setState(({ devices, last }) => ({
    devices: devices.filter((device) => device.id !== id),
    last: last?.deviceId === id ? null : last,
  }));
