import { DOMAIN, ORGANIZATION_NAME } from '../directory.ts';
import { answerCollection } from '../protocol/collection.ts';
import type { PracticeAnswer, GraphRequest } from '../protocol/graphMessages.ts';
import { bothVersions, type Route } from '../protocol/routes.ts';
import type { Tenant } from '../tenant.ts';

/** The directory's own name and domains, by which a person sees where they are signed in. */
export function organizationRoutes(tenant: Tenant): readonly Route[] {
  function list(request: GraphRequest): PracticeAnswer {
    const organization = {
      id: tenant.state.settings.text('tenantId'),
      displayName: ORGANIZATION_NAME,
      countryLetterCode: 'NL',
      preferredLanguage: 'en',
      tenantType: 'AAD',
      verifiedDomains: [
        {
          capabilities: 'Email, OfficeCommunicationsOnline',
          isDefault: true,
          isInitial: true,
          name: DOMAIN,
          type: 'Managed',
        },
      ],
    };
    return answerCollection(request, { path: 'organization', pageSize: 100, filters: [] }, [organization]);
  }

  return [
    {
      method: 'GET',
      pattern: '/organization',
      versions: bothVersions,
      service: 'directory',
      scopes: ['User.Read', 'Organization.Read.All', 'Directory.Read.All'],
      handle: list,
    },
  ];
}
