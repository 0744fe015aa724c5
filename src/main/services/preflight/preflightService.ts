import { rootCertificates } from 'node:tls';
import type { PreflightHandlers } from '../../../shared/api/contract/preflight.ts';
import { citedPages } from '../../../shared/preflight/citedPages.ts';
import { judgeNetwork } from '../../../shared/preflight/judgeNetwork.ts';
import { hostsFor, isPattern } from '../../../shared/preflight/networkHost.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import { firstHashOf } from '../hashes/firstHashOf.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { checkHash, checkWithoutHash } from './checkDevice.ts';
import { readHostList } from './hostList.ts';
import { probeNetwork } from './probeNetwork.ts';

/** A host that takes longer is as good as blocked for the first setup. */
const WAIT_MS = 5_000;

/** What will not work, and who can mend it, before a device is at the bench. */
export function createPreflightService({
  captures,
  devices,
  ports: { clock, log, network },
  store,
}: Pick<ServiceContext, 'captures' | 'devices' | 'ports' | 'store'>): PreflightHandlers {
  return {
    'preflight.hosts': (choice) => ({
      hosts: [...hostsFor(readHostList(network.hostList).hosts, choice)],
      isOwn: network.hostList !== null,
    }),
    'preflight.checkNetwork': async (choice) => {
      const list = readHostList(network.hostList);
      const hosts = hostsFor(list.hosts, choice);
      const checkedAt = clock.now().toISOString();
      const authorities = [...rootCertificates, ...list.authorities];
      const probes = await probeNetwork(hosts, { authorities, waitMs: WAIT_MS, now: clock.now });
      const findings = judgeNetwork({ hosts, probes, proxyVariables: network.proxyVariables }, citedPages);
      log.info('preflight.network', {
        hosts: hosts.length,
        failed: findings.filter(({ level }) => level === 'stops').length,
      });
      return { checkedAt, contacted: hosts.filter((host) => !isPattern(host)).length, findings: [...findings] };
    },
    'preflight.devices': ({ deviceIds }) => ({
      devices: [...new Set(deviceIds)].map((deviceId) => {
        const device = devices.get(deviceId);
        if (device === null) throw unknownDevice();
        // A capture that cannot be read tells nothing, and the health of the queue names it.
        const hash = store.setAside.orNull(() => captures.hardwareHashOf(deviceId));
        const check = hash === null ? checkWithoutHash(device) : checkHash(hash, clock.now());
        return { deviceId, ...check, serialNumber: device.serialNumber };
      }),
    }),
    'preflight.hash': ({ text }) => checkHash(firstHashOf(text), clock.now()),
  };
}
