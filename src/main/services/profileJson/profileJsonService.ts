import type { ProfileJsonHandlers, ProfileJsonReport } from '../../../shared/api/contract/profileJson.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { checkProfileFile } from '../../../shared/profileJson/checkProfileFile.ts';
import { isDomain, isGuid } from '../../../shared/profileJson/checkValues.ts';
import type { ComparedCustomer } from '../../../shared/profileJson/compareWithCustomer.ts';
import { fromTenantProfile } from '../../../shared/profileJson/fromTenantProfile.ts';
import { makeProfileFile, type MadeFile } from '../../../shared/profileJson/makeProfileFile.ts';
import { PROFILE_FILE_NAME } from '../../../shared/profileJson/profileFile.ts';
import { byLevel } from '../../../shared/profileJson/tellFinding.ts';
import { unsuitableFor, unsuitableRemedy, unsuitableWords } from '../../../shared/profileJson/unsuitable.ts';
import { listDeploymentProfiles } from '../../graph/resources/deploymentProfiles.ts';
import { readOrganization, type Organization } from '../../graph/resources/organization.ts';
import { openText } from '../../openText.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';

interface GivenFile {
  readonly fileName: string;
  readonly base64: string;
}

/** `AutopilotConfigurationFile.json` for existing devices: made of a profile or by hand, and checked wherever it comes from. */
export function createProfileJsonService(context: ServiceContext): ProfileJsonHandlers {
  const { connections, profiles, publish, store, tenants } = context;

  function check(
    { fileName, base64 }: GivenFile,
    tenantId: string | null,
    read: Organization | null,
  ): ProfileJsonReport {
    const bytes = Buffer.from(base64, 'base64');
    const customer = tenantId === null ? null : customerOf(tenantId, read);
    const opened = { name: fileName, bytes: bytes.length, ...openText(bytes) };
    const { file, findings } = checkProfileFile(opened, customer?.known ?? null);
    return {
      fileName,
      file,
      findings: [...byLevel(findings)],
      comparedWith: customer === null ? null : { customer: customer.known.customer, readAt: customer.readAt },
    };
  }

  function customerOf(
    tenantId: string,
    read: Organization | null,
  ): { readonly known: ComparedCustomer; readonly readAt: string | null } {
    const tenant = tenants.get(tenantId);
    if (tenant === null) throw new AppError('not-found', 'There is no such tenant; it may have been removed.');
    const reading = profiles.get(tenantId);
    const known = {
      customer: tenant.name,
      directoryId: read?.directoryId ?? tenant.directoryId,
      domains: read?.domains.map(({ name }) => name) ?? null,
      profiles: reading?.rows ?? null,
    };
    return { known, readAt: reading?.readAt ?? null };
  }

  async function organizationOf(tenantId: string, signal: AbortSignal): Promise<Organization> {
    const { client } = await connections.connectionTo(tenantId);
    return readOrganization(client, signal);
  }

  function profileOf(tenantId: string, profileId: string) {
    const profile = profiles.get(tenantId)?.rows.find(({ id }) => id === profileId);
    if (profile !== undefined) return profile;
    throw new AppError('not-found', 'The profile is not among those that were read last.', {
      remedy: 'Read the deployment profiles again.',
    });
  }

  return {
    'profileJson.check': ({ tenantId, ...given }) => check(given, tenantId, null),
    'profileJson.compare': ({ tenantId, ...given }) =>
      forPerson(async (signal) => {
        const { client } = await connections.connectionTo(tenantId);
        const organization = await readOrganization(client, signal);
        const { rows, isWhole } = await listDeploymentProfiles(client, signal);
        store.write(() => profiles.keep(tenantId, rows, isWhole));
        publish('tenants.changed');
        return check(given, tenantId, organization);
      }),
    'profileJson.organization': ({ tenantId }) =>
      forPerson(async (signal) => {
        const { directoryId, domains } = await organizationOf(tenantId, signal);
        return { directoryId, domains: [...domains] };
      }),
    'profileJson.make': ({ tenantId, profileId, directoryId, tenantDomain }) => {
      const profile = profileOf(tenantId, profileId);
      const reason = unsuitableFor(profile);
      if (reason !== null) {
        throw new AppError('blocked', `No file can be made of “${profile.name}”. ${unsuitableWords(reason)}`, {
          remedy: unsuitableRemedy(reason),
        });
      }
      const ownId = directoryId ?? tenants.get(tenantId)?.directoryId ?? null;
      if (ownId === null) throw refused('directoryId', 'The tenant ID is not known.', 'Enter it, as Entra shows it.');
      return answer(
        makeProfileFile(fromTenantProfile(profile, { tenantId: ownId, tenantDomain: domainOf(tenantDomain) }), profile),
      );
    },
    'profileJson.makeByHand': ({ values }) => {
      if (!isGuid(values.tenantId))
        throw refused('tenantId', 'The tenant ID is no GUID.', 'Enter it, as Entra shows it.');
      if (!isGuid(values.correlationId)) {
        throw refused('correlationId', 'The correlation ID is no GUID.', 'Leave it as Reseal made it.');
      }
      return answer(makeProfileFile({ ...values, tenantDomain: domainOf(values.tenantDomain) }, null));
    },
  };
}

function domainOf(domain: string): string {
  if (isDomain(domain)) return domain;
  throw refused('tenantDomain', 'The tenant domain is no domain.', 'Enter one such as contoso.onmicrosoft.com.');
}

function refused(field: string, message: string, remedy: string): AppError {
  return new AppError('invalid-input', message, { remedy, fields: [{ field, message }] });
}

const answer = ({ text, file, findings }: MadeFile) => ({
  document: {
    fileName: PROFILE_FILE_NAME,
    mediaType: 'application/json',
    base64: Buffer.from(text, 'ascii').toString('base64'),
  },
  file,
  findings: [...findings],
});
