import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { GraphError } from '../../graph/graphError.ts';
import { readCertificateKey, type Certificate } from '../../graph/signIn/certificateKey.ts';
import type { TenantBinding } from '../../store/tenantStore.ts';

type Entered = Pick<ParsedInputOf<'tenants.add'>, 'cloud' | 'directoryId' | 'clientId' | 'addresses' | 'certificate'>;

/** Before it is known which directory a lane stands for. */
export const unbound: TenantBinding = {
  cloud: 'global',
  directoryId: null,
  clientId: null,
  graphRoot: null,
  authority: null,
  certificateThumbprint: null,
  certificateKeyFile: null,
};

/**
 * What a person entered of a tenant, as it is kept.
 * @throws AppError `invalid-input` where its certificate cannot be used: that is said before anything waits for it
 */
export async function enteredBinding(
  { cloud, directoryId, clientId, addresses, certificate }: Entered,
  now: Date,
): Promise<TenantBinding> {
  const own = certificate === undefined ? null : await usable(certificate, now);
  return {
    cloud,
    directoryId,
    clientId,
    graphRoot: addresses?.graphRoot ?? null,
    authority: addresses?.authority ?? null,
    certificateThumbprint: own?.thumbprintSha256 ?? null,
    certificateKeyFile: own?.privateKeyFile ?? null,
  };
}

async function usable(entered: NonNullable<Entered['certificate']>, now: Date): Promise<Certificate> {
  const { privateKeyFile } = entered;
  try {
    const certificate = { privateKeyFile, thumbprintSha256: entered.thumbprintSha256 ?? null };
    const { thumbprintSha256 } = await readCertificateKey(certificate, now);
    return { privateKeyFile, thumbprintSha256 };
  } catch (error) {
    if (error instanceof GraphError) throw new AppError('invalid-input', error.message);
    throw error;
  }
}
