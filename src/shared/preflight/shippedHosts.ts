import { z } from 'zod';
import hosts from '../../../resources/preflight/hosts.json' with { type: 'json' };
import { networkHost, type NetworkHost } from './networkHost.ts';

/** The hosts that ship with Reseal. Loaded by what checks a network alone. */
export const shippedHosts: readonly NetworkHost[] = z.array(networkHost).parse(hosts);
