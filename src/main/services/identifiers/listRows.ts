import type { Association } from '../../../shared/identifiers/association.ts';
import { nameOfIdentifier, type HeldIdentifier } from '../../../shared/identifiers/heldIdentifier.ts';
import type { TenantRow } from '../../store/tenantRowStore.ts';

/** An identifier as the kept list has it. */
export const identifierRow = (identifier: HeldIdentifier): TenantRow<HeldIdentifier> => ({
  id: identifier.id,
  foundBy: nameOfIdentifier(identifier),
  state: identifier.state ?? '',
  document: identifier,
});

/** An association as the kept list has it. */
export const associationRow = (association: Association): TenantRow<Association> => ({
  id: association.id,
  foundBy: association.serialNumber ?? '',
  state: association.state ?? '',
  document: association,
});
