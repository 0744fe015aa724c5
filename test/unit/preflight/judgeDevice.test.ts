import { describe, expect, test } from 'vitest';
import { decodeHardwareHash } from '../../../src/shared/hashes/decodeHardwareHash.ts';
import { encodeHardwareHash, type DeviceDescription } from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { inspectHardwareHash } from '../../../src/shared/hashes/inspectHardwareHash.ts';
import { citedPages } from '../../../src/shared/preflight/citedPages.ts';
import { judgeDevice } from '../../../src/shared/preflight/judgeDevice.ts';
import { judgedOf } from '../../../src/shared/preflight/judgedOf.ts';
import { rulings } from '../../../src/shared/preflight/rulings.ts';
import { verdictsOf } from '../../../src/shared/preflight/verdicts.ts';
import { sha256 } from '../../rigs/inventedDevices.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

const tpm = (vendor: string, major: number, minor: number, version = '2.0') => ({
  version: `TPM-Version:${version} -Level:0-Revision:1.38-VendorID:'${vendor}'-Firmware:${major * 0x1_0000 + minor}.0`,
  endorsementKey: new Uint8Array(256).fill(7),
});

const wired = { medium: 14, address: 'A0:B1:C2:D3:E4:F5', bus: 'PCI' };
const wireless = { medium: 9, address: 'A0:B1:C2:D3:E4:F6', bus: 'PCI' };
const disk = { serialNumber: 'D-1', product: 'Disk', vendor: 'Maker', capacityGb: 512, busType: 17 };

const plain: DeviceDescription = {
  manufacturer: 'HP',
  productName: 'HP EliteBook 650',
  serialNumber: '5CG0000001',
  skuNumber: 'A',
  systemFamily: 'B',
  smbiosUuid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  productKeyId: null,
  tpm: tpm('STM ', 1, 2),
  macAddresses: [wired, wireless],
  disks: [disk],
  processorModel: '13th Gen Intel(R) Core(TM) i5-1335U',
  memoryGib: 16,
  collectedAt: new Date('2026-11-01T08:00:00Z'),
  utcOffsetMinutes: 0,
  osBuild: '10.0.26100.2000',
  osType: 2,
};

function judge(change: Partial<DeviceDescription>) {
  const hash = encodeHardwareHash({ ...plain, ...change }, sha256);
  const { inventory } = decodeHardwareHash(hash, sha256);
  return judgeDevice({ inspection: inspectHardwareHash(hash, { sha256, now: NOW }), inventory });
}

const codesOf = (change: Partial<DeviceDescription>) => judge(change).map(({ code }) => code);

const verdictsFor = (change: Partial<DeviceDescription>) =>
  Object.fromEntries(
    verdictsOf(judge(change).map((finding) => judgedOf(finding, citedPages))).map(({ scenario, verdict }) => [
      scenario,
      verdict,
    ]),
  );

describe('the hash of a device', () => {
  test('that is in order leaves open what no hash tells', () => {
    expect(codesOf({})).toEqual(['device.discreteTpm', 'device.editionNotKnown', 'device.prefill']);
    expect(new Set(Object.values(verdictsFor({})))).toEqual(new Set(['open']));
  });

  test.each<[string, Partial<DeviceDescription>, string]>([
    [
      'of a virtual machine',
      { productName: 'Virtual Machine', manufacturer: 'Microsoft Corporation' },
      'device.virtualMachine',
    ],
    ['of a small virtual machine', { productName: 'Virtual Machine', memoryGib: 2 }, 'device.smallVirtualMachine'],
    ['without a TPM', { tpm: null }, 'device.noTpm'],
    ['without a TPM, captured in WinPE', { tpm: null, osType: 1 }, 'device.tpmNotTold'],
    ['with an old TPM', { tpm: tpm('STM ', 1, 2, '1.2') }, 'device.oldTpm'],
    ['of a maker that nobody knows', { tpm: tpm('ABCD', 1, 2) }, 'device.tpmMakerNotKnown'],
    ['with a TPM of firmware', { tpm: tpm('INTC', 600, 18) }, 'device.firmwareTpm'],
    ['with Infineon’s firmware that is too slow', { tpm: tpm('IFX ', 15, 22) }, 'device.infineonTimeout'],
    ['with Infineon’s firmware of weak keys', { tpm: tpm('IFX ', 7, 61) }, 'device.infineonWeakKeys'],
    ['with AMD’s TPM', { tpm: tpm('AMD ', 3, 4) }, 'device.amdFirmware'],
    [
      'of Tiger Lake on an old Windows 10',
      { tpm: tpm('INTC', 500, 1), processorModel: '11th Gen Intel(R) Core(TM) i5-1145G7', osBuild: '10.0.19044.1386' },
      'device.tigerLake',
    ],
    ['of an early Windows 11', { osBuild: '10.0.22000.674' }, 'device.windows11Attestation'],
    ['of Windows 11 23H2 before its update', { osBuild: '10.0.22631.3373' }, 'device.tooOldForPreparation'],
    ['of Windows 10', { osBuild: '10.0.19045.5000' }, 'device.windows10'],
    ['captured in WinPE', { osType: 1 }, 'device.capturedInWinPe'],
    ['captured in WinPE: its build is not that of the disk', { osType: 1 }, 'device.buildNotKnown'],
    ['without a disk', { disks: [] }, 'device.noDisk'],
    ['with Bluetooth alone', { macAddresses: [{ ...wired, medium: 10 }] }, 'device.noNetworkCard'],
    ['with Wi-Fi alone', { macAddresses: [wireless] }, 'device.onlyWireless'],
    ['of a maker without prefill', { manufacturer: 'Acer' }, 'device.noPrefill'],
    ['of a Surface', { manufacturer: 'Microsoft Corporation', productName: 'Surface Pro 10' }, 'device.prefill'],
  ])('%s is told', (_, change, code) => {
    expect(codesOf(change)).toContain(code);
  });

  test.each<[string, Partial<DeviceDescription>, string]>([
    ['newer Infineon firmware', { tpm: tpm('IFX ', 15, 23) }, 'device.infineonTimeout'],
    ['Infineon firmware after the weak keys', { tpm: tpm('IFX ', 7, 62) }, 'device.infineonWeakKeys'],
    ['another maker’s 15.22', { tpm: tpm('NTC ', 15, 22) }, 'device.infineonTimeout'],
    [
      'Tiger Lake on Windows 11',
      { tpm: tpm('INTC', 500, 1), processorModel: '11th Gen Intel(R) Core(TM) i5-1145G7' },
      'device.tigerLake',
    ],
    ['Windows 11 23H2 with its update', { osBuild: '10.0.22631.3374' }, 'device.tooOldForPreparation'],
    ['Windows 11 24H2', {}, 'device.tooOldForPreparation'],
  ])('%s raises no alarm', (_, change, code) => {
    expect(codesOf(change)).not.toContain(code);
  });

  test('of a virtual machine stops only what has to be attested', () => {
    expect(verdictsFor({ productName: 'Virtual Machine' })).toMatchObject({
      preProvisioned: 'stops',
      selfDeploying: 'stops',
      userDriven: 'open',
    });
  });

  test('that is damaged proves nothing, and cannot be registered', () => {
    const hash = encodeHardwareHash(plain, sha256).slice(0, 900);
    const inspection = inspectHardwareHash(hash, { sha256, now: NOW });
    const found = judgeDevice({ inspection, inventory: decodeHardwareHash(hash, sha256).inventory });
    expect(found.map(({ code }) => code)).toEqual([
      'device.hashDamaged',
      'device.buildNotKnown',
      'device.editionNotKnown',
    ]);
  });
});

test('every finding cites a page, and names who can mend what is wrong', () => {
  for (const [code, { level, pages, who, scenarios }] of Object.entries(rulings)) {
    expect(pages.length, code).toBeGreaterThan(0);
    for (const page of pages) expect(citedPages[page], `${code} cites ${page}`).toBeDefined();
    expect(scenarios.length, code).toBeGreaterThan(0);
    if (level === 'stops' || level === 'look') expect(who.length, code).toBeGreaterThan(0);
  }
});
