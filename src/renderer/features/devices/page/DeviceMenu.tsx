import { Fragment } from 'react';
import { Button, Menu, MenuDivider, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { DeviceDetail } from '../../../../shared/devices/deviceDetail.ts';
import { ActMenuItem } from '../../../acts/ActMenuItem.tsx';
import { deviceText } from '../../../text/devices.ts';
import { useDeviceOffers } from './useDeviceOffers.ts';

const parts = ['change', 'look', 'leave'] as const;

/** What can be done and is not the next step; the palette says of the rest why not. */
export function DeviceMenu({ detail }: { readonly detail: DeviceDetail }) {
  const offers = useDeviceOffers(detail).filter(({ reason }) => reason === null);
  return (
    <Menu positioning={{ autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={deviceText.more} relationship="label">
          <Button size="large" icon={<MoreHorizontalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {parts.map((part, index) => (
            <Fragment key={part}>
              {index > 0 && <MenuDivider />}
              {offers
                .filter(({ act }) => act.menu === part)
                .map((offer) => (
                  <ActMenuItem key={offer.id} offer={offer} />
                ))}
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
