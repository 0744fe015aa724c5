import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { BenchHandlers } from '../../../shared/api/contract/bench.ts';
import type { ScanHandlers } from '../../../shared/api/contract/scans.ts';
import type { BenchRun } from '../../../shared/bench/benchRun.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { readCode, readScan } from '../../../shared/scans/readScan.ts';
import type { Scan } from '../../../shared/scans/scan.ts';
import type { ScanReading, ScanVerdict } from '../../../shared/scans/scanReading.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { findScanned, scannedZtdId, type Found } from './findScanned.ts';
import { createLookUpZtdId, type LookedUp } from './lookUpZtdId.ts';

/** A longer text that is no code is likely a hardware hash, which is kept nowhere but in the captures. */
const MOST_UNKNOWN_CHARACTERS = 200;

/** What a scanned code is, whose device it belongs to, and what follows from it. */
export function createScansService(
  context: ServiceContext,
  { 'bench.record': recordBench }: Pick<BenchHandlers, 'bench.record'>,
): ScanHandlers {
  const { benchRuns, deviceViews: views, devices, history, ports, publish, scans, store, tenants } = context;
  const lookUpZtdId = createLookUpZtdId(context);
  const activeTenantId = (): string | null => tenants.all().find(({ active }) => active)?.id ?? null;

  /** What the active tenant says about a ZTDID that the queue cannot vouch for; null where there is nothing to ask. */
  async function lookUp(scan: Scan, code: string, found: Found): Promise<LookedUp | null> {
    const ztdId = scannedZtdId(scan, code);
    const tenantId = activeTenantId();
    const isVouchedFor = found.kind === 'otherTenant' || (found.kind === 'device' && found.device.ztdId !== null);
    return ztdId === null || tenantId === null || isVouchedFor ? null : lookUpZtdId(tenantId, ztdId);
  }

  async function judge(scan: Scan, found: Found, lookedUp: LookedUp | null, apply: boolean): Promise<ScanReading> {
    const activeTenant = tenantNameOf(tenants, activeTenantId() ?? '');
    if (lookedUp?.kind === 'absent') {
      const device = found.kind === 'none' ? null : views.get(found.device.id);
      return { verdict: 'notInTenant', scan, device, tenantName: activeTenant };
    }
    switch (found.kind) {
      case 'none':
        if (lookedUp?.kind === 'registered') return inTenantReading(scan, lookedUp.device, activeTenant);
        return { verdict: isDevice(scan) ? 'notInQueue' : 'unreadable', scan, device: null };
      case 'otherTenant': {
        const tenantName = tenantNameOf(tenants, found.device.tenantId);
        return { verdict: 'otherTenant', scan, device: views.get(found.device.id), tenantName };
      }
      case 'otherZtdId': {
        const isInTenant = lookedUp?.kind === 'registered';
        const device = views.get(found.device.id);
        return { verdict: 'otherZtdId', scan, device, tenantName: activeTenant, isInTenant };
      }
      case 'device':
        return scan.result === null
          ? { verdict: 'found', scan, device: views.get(found.device.id) }
          : await readResult(scan, scan.result, found.device, apply);
    }
  }

  async function readResult(
    scan: Scan,
    result: NonNullable<Scan['result']>,
    { id, bench }: DeviceRecord,
    apply: boolean,
  ): Promise<ScanReading> {
    const { elapsedMs } = scan;
    const [lastRun] = benchRuns.ofDevice(id);
    if (bench === outcomes[result] && isTimeOf(lastRun, elapsedMs)) {
      return { verdict: 'alreadyRecorded', scan, device: views.get(id), result };
    }
    if (!apply) return { verdict: 'resultNotRecorded', scan, device: views.get(id), result };
    const device = await recordBench({
      deviceId: id,
      step: result,
      again: false,
      // The code proves that a flow ended: one whose start nobody recorded is known by its end.
      startUnknown: true,
      ...(elapsedMs === null ? {} : { elapsedMs: Math.max(1, Math.round(elapsedMs)) }),
    });
    return { verdict: 'recorded', scan, device, result, elapsedMs, startUnknown: bench !== 'running' };
  }

  /** Keeps the scan; an Autopilot code of a device tells its ZTDID where the queue does not know it yet. */
  function keep({ text }: ParsedInputOf<'scans.read'>, scan: Scan, found: Found, verdict: ScanVerdict): void {
    const device = found.kind === 'device' ? found.device : null;
    store.write(() => {
      scans.add({
        at: ports.clock.now().toISOString(),
        raw: isSecret(scan, text) ? `(${text.length} characters, not kept)` : text,
        kind: scan.kind,
        deviceId: device?.id ?? null,
        verdict,
      });
      if (device === null || scan.ztdId === null || verdict === 'notInTenant') return;
      if (device.ztdId === null) devices.change(device.id, { ztdId: scan.ztdId });
      history.add({
        deviceId: device.id,
        subject: 'scan',
        sentence: device.ztdId === null ? 'The QR code was scanned; its ZTDID is noted.' : 'The QR code was scanned.',
        source: context.who(),
      });
    });
  }

  return {
    'scans.classify': ({ text }) => readScan(text),
    'scans.read': async (input) => {
      const { scan, code } = readCode(input.text);
      const found = findScanned(scan, code, devices, activeTenantId());
      const lookedUp = await lookUp(scan, code, found);
      const reading = await judge(scan, found, lookedUp, input.apply);
      keep(input, scan, found, reading.verdict);
      if (found.kind === 'device') {
        publish('devices.changed');
        publish('checklists.changed');
      }
      // Keeping the scan may have noted the device's ZTDID.
      return reading.device === null ? reading : { ...reading, device: views.get(reading.device.id) };
    },
  };
}

/** A time that a person read from the screen is told in whole minutes. */
const READ_BY_HAND_MS = 60_000;

const outcomes = { success: 'succeeded', failure: 'failed' } as const;

/** Whether a code may tell the time of a run that is recorded; with another time it is the code of another run. */
function isTimeOf(run: BenchRun | undefined, elapsedMs: number | null): boolean {
  const recordedMs = run?.elapsedMs ?? null;
  return recordedMs === null || elapsedMs === null || Math.abs(recordedMs - elapsedMs) < READ_BY_HAND_MS;
}

function inTenantReading(scan: Scan, device: AutopilotDevice, tenantName: string): ScanReading {
  return {
    verdict: 'inTenantNotInQueue',
    scan,
    device: null,
    tenantName,
    serialNumber: device.serialNumber,
    profileName: device.deploymentProfile?.displayName ?? null,
    profileStatus: device.profileStatus,
  };
}

/** Whether the code names a device at all. */
function isDevice({ kind, ztdId, serialNumber }: Scan): boolean {
  return ztdId !== null || serialNumber !== null || kind === 'product-key-id';
}

function isSecret({ kind, issues }: Scan, text: string): boolean {
  const isKey = issues.some(({ code }) => code === 'scan.product-key' || code === 'scan.hardware-hash');
  return kind === 'unknown' && (isKey || text.length > MOST_UNKNOWN_CHARACTERS);
}
