import { rootCertificates } from 'node:tls';
import type { NetworkReport, PreflightHandlers } from '../../../shared/api/contract/preflight.ts';
import { citedPages } from '../../../shared/preflight/citedPages.ts';
import { judgeNetwork } from '../../../shared/preflight/judgeNetwork.ts';
import { hostsFor, isPattern, type NetworkChoice } from '../../../shared/preflight/networkHost.ts';
import { choiceSentence } from '../../../shared/preflight/sayChoice.ts';
import { pageSizeOf } from '../../paper/pageSize.ts';
import { paperFile } from '../../paper/paperFile.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';
import { readHostList } from './hostList.ts';
import { probeNetwork } from './probeNetwork.ts';

/** A host that takes longer is as good as blocked for the first setup. */
const WAIT_MS = 5_000;

type NetworkHandlers = Pick<PreflightHandlers, 'preflight.hosts' | 'preflight.checkNetwork' | 'preflight.networkPaper'>;

/** The network of the bench: what it must let through, whether it does, and a sheet for its owner. */
export function createNetworkPreflight({
  formatter,
  ports: { clock, locale, log, network },
  settings,
}: Pick<ServiceContext, 'formatter' | 'ports' | 'settings'>): NetworkHandlers {
  /** The check of a network is about this moment: it is kept while Reseal runs, for the sheet. */
  const reports = new Map<string, NetworkReport>();

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
      const findings = [...judgeNetwork({ hosts, probes, proxyVariables: network.proxyVariables }, citedPages)];
      const report = { checkedAt, contacted: hosts.filter((host) => !isPattern(host)).length, findings };
      reports.set(keyOf(choice), report);
      log.info('preflight.network', {
        hosts: report.contacted,
        failed: findings.filter(({ level }) => level === 'stops').length,
      });
      return report;
    },
    'preflight.networkPaper': async ({ paper, withCodes, ...choice }) => {
      const printedAt = clock.now();
      const { labName, benchName, paper: ofLab } = readSettings(settings);
      // The PDF library takes a third of a second to load, and most runs of Reseal print nothing.
      const { networkPdf } = await import('./paper/networkPdf.ts');
      const sheet = {
        hosts: hostsFor(readHostList(network.hostList).hosts, choice),
        report: reports.get(keyOf(choice)) ?? null,
        choice: choiceSentence(choice),
        place: [labName, benchName].filter((part) => part !== '').join(', '),
        printedAt,
        page: pageSizeOf(paper, ofLab, locale),
      };
      const name = `network-${printedAt.toISOString().slice(0, 10)}`;
      return paperFile(name, 'pdf', await networkPdf(sheet, formatter, withCodes));
    },
  };
}

const keyOf = ({ scenario, tpm }: NetworkChoice): string => `${scenario ?? 'all'} ${tpm ?? 'all'}`;
