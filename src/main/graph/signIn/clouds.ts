import type { z } from 'zod';
import type { cloudName } from '../../../shared/tenants/tenant.ts';

interface Cloud {
  readonly graphRoot: string;
  readonly authorityHost: string;
}

/**
 * Where each of Microsoft's clouds has Graph and its sign-in (Microsoft Learn: "National cloud deployments"). GCC is part
 * of the global cloud. App registrations and tokens belong to one cloud each.
 */
export const clouds: Readonly<Record<z.infer<typeof cloudName>, Cloud>> = {
  global: { graphRoot: 'https://graph.microsoft.com', authorityHost: 'https://login.microsoftonline.com' },
  usGovernmentHigh: { graphRoot: 'https://graph.microsoft.us', authorityHost: 'https://login.microsoftonline.us' },
  usGovernmentDod: { graphRoot: 'https://dod-graph.microsoft.us', authorityHost: 'https://login.microsoftonline.us' },
  china: {
    graphRoot: 'https://microsoftgraph.chinacloudapi.cn',
    authorityHost: 'https://login.partner.microsoftonline.cn',
  },
};
