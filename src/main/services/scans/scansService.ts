import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import type { BenchHandlers } from '../../../shared/api/contract/bench.ts';
import type { ScanHandlers } from '../../../shared/api/contract/scans.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { readCode, readScan } from '../../../shared/scans/readScan.ts';
import type { Scan } from '../../../shared/scans/scan.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { tenantNameOf } from '../tenants/tenantNameOf.ts';
import { findScanned, scannedZtdId, type Found } from './findScanned.ts';
import { createLookUpZtdId, type LookedUp } from './lookUpZtdId.ts';
import {
  foundSentence,
  inTenantSentence,
  notFoundSentence,
  notInTenantSentence,
  otherTenantSentence,
  otherZtdIdSentence,
  recordedSentence,
  unappliedSentence,
} from './scanSentences.ts';

interface Answer {
  readonly verdict: OutputOf<'scans.read'>['verdict'];
  readonly sentence: string;
}

/** A longer text that is no code is likely a hardware hash, which is kept nowhere but in the captures. */
const MOST_UNKNOWN_CHARACTERS = 200;

/** What a scanned code is, whose device it belongs to, and what follows from it. */
export function createScansService(
  context: ServiceContext,
  { 'bench.record': recordBench }: Pick<BenchHandlers, 'bench.record'>,
): ScanHandlers {
  const { deviceViews: views, devices, history, ports, publish, scans, store, tenants } = context;
  const lookUpZtdId = createLookUpZtdId(context);
  const activeTenantId = (): string | null => tenants.all().find(({ active }) => active)?.id ?? null;

  /** What the active tenant says about a ZTDID that the queue cannot vouch for; null where there is nothing to ask. */
  async function lookUp(scan: Scan, code: string, found: Found): Promise<LookedUp | null> {
    const ztdId = scannedZtdId(scan, code);
    const tenantId = activeTenantId();
    const isVouchedFor = found.kind === 'otherTenant' || (found.kind === 'device' && found.device.ztdId !== null);
    return ztdId === null || tenantId === null || isVouchedFor ? null : lookUpZtdId(tenantId, ztdId);
  }

  async function answerFor(scan: Scan, found: Found, lookedUp: LookedUp | null, apply: boolean): Promise<Answer> {
    const activeTenant = tenantNameOf(tenants, activeTenantId() ?? '');
    if (lookedUp?.kind === 'absent') {
      const serialNumber = found.kind === 'none' ? scan.serialNumber : deviceTitle(found.device);
      return { verdict: 'notInTenant', sentence: notInTenantSentence(serialNumber, activeTenant) };
    }
    switch (found.kind) {
      case 'none':
        if (lookedUp?.kind === 'registered') {
          return { verdict: 'notInQueue', sentence: inTenantSentence(lookedUp.device, activeTenant) };
        }
        return isDevice(scan)
          ? { verdict: 'notInQueue', sentence: notFoundSentence(scan) }
          : { verdict: 'unreadable', sentence: scan.issues[0]?.message ?? 'This code cannot be read. Scan it again.' };
      case 'otherTenant':
        return {
          verdict: 'otherTenant',
          sentence: otherTenantSentence(found.device, tenantNameOf(tenants, found.device.tenantId)),
        };
      case 'otherZtdId':
        return {
          verdict: 'otherZtdId',
          sentence: otherZtdIdSentence(found.device, activeTenant, lookedUp?.kind === 'registered'),
        };
      case 'device':
        return scan.result === null ? foundAnswer(found.device) : await resultAnswer(scan, found.device, apply);
    }
  }

  function foundAnswer({ id }: DeviceRecord): Answer {
    return { verdict: 'found', sentence: foundSentence(views.get(id)) };
  }

  async function resultAnswer(scan: Scan, device: DeviceRecord, apply: boolean): Promise<Answer> {
    if (device.bench !== 'running' || !apply) {
      return { verdict: 'found', sentence: unappliedSentence(scan, views.get(device.id)) };
    }
    const recorded = await recordBench({
      deviceId: device.id,
      step: scan.result === 'success' ? 'success' : 'failure',
      again: false,
      ...(scan.elapsedMs === null ? {} : { elapsedMs: Math.max(1, Math.round(scan.elapsedMs)) }),
    });
    return { verdict: 'recorded', sentence: recordedSentence(recorded, scan.elapsedMs) };
  }

  /** Keeps the scan; an Autopilot code of a device tells its ZTDID where the queue does not know it yet. */
  function keep({ text }: ParsedInputOf<'scans.read'>, scan: Scan, found: Found, verdict: Answer['verdict']): void {
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
      const answer = await answerFor(scan, found, lookedUp, input.apply);
      keep(input, scan, found, answer.verdict);
      if (found.kind === 'device') {
        publish('devices.changed');
        publish('checklists.changed');
      }
      return {
        ...answer,
        scan,
        device: found.kind === 'none' ? null : views.get(found.device.id),
        otherTenant: found.kind === 'otherTenant' ? tenantNameOf(tenants, found.device.tenantId) : null,
      };
    },
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
