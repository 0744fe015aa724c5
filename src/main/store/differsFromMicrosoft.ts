import { ACTIVE } from './jobRow.ts';

const differing = (property: string, isOther: string): string =>
  `(${isOther} AND NOT EXISTS (SELECT 1 FROM job WHERE job.state IN ${ACTIVE} AND job.wish = 'change:${property}:' || device.id))`;

/**
 * That Microsoft holds something else of a device than is wished, and nothing is on its way, as a condition on `device`.
 * `heldValuesOf` and `isDifferent` say the same of one device; a test holds both against each other. The column `may_differ`
 * says all of it but what is on its way, and is indexed.
 */
export const differsFromMicrosoft = `(device.may_differ = 1 AND (
  ${differing('groupTag', `coalesce(device.group_tag, '') <> coalesce(device.held_group_tag, '')`)}
  OR ${differing('user', `coalesce(device.assigned_user, '') <> coalesce(device.held_user, '') COLLATE NOCASE`)}
  OR ${differing('name', `coalesce(device.device_name, '') <> coalesce(device.held_name, '') COLLATE NOCASE`)}
  OR (device.purchase_order_in_file <> coalesce(device.purchase_order, '')
      AND (device.purchase_order IS NOT NULL OR device.purchase_order_elsewhere_at IS NOT NULL))))`;
