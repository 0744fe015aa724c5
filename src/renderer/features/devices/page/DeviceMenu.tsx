import { useState } from 'react';
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  ArrowSyncRegular,
  ArrowUndoRegular,
  CloudDismissRegular,
  DeleteRegular,
  DocumentCheckmarkRegular,
  FingerprintRegular,
  LinkRegular,
  LockOpenRegular,
  MoreHorizontalRegular,
  PersonAddRegular,
  PersonDeleteRegular,
  PlayRegular,
  RenameRegular,
  TagRegular,
} from '@fluentui/react-icons';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { queueAddress } from '../../../app/address.ts';
import { goTo } from '../../../app/navigation.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { deviceText } from '../../../text/device.ts';
import { useNotify } from '../../../ui/notify.ts';
import { AssignUserDialog } from '../../assignment/AssignUserDialog.tsx';
import { DeregisterDialog } from '../../removal/DeregisterDialog.tsx';
import { ExpectProfileDialog } from '../../tracking/ExpectProfileDialog.tsx';
import { GroupTagDialog } from '../../assignment/GroupTagDialog.tsx';
import { RenameDialog } from '../../assignment/RenameDialog.tsx';
import { UnassignDialog } from '../../assignment/UnassignDialog.tsx';
import { useBench } from '../../bench/useBench.ts';
import { useDeviceActs } from './useDeviceActs.ts';
import { useRefresh } from '../../tracking/useRefresh.ts';

const { menu: words } = deviceText;

/** What is not the next step. */
export function DeviceMenu({ device }: { readonly device: DeviceView }) {
  const [asking, setAsking] = useState<'user' | 'unassign' | 'tag' | 'name' | 'profile' | 'deregister' | null>(null);
  const acts = useDeviceActs();
  const bench = useBench(device.id);
  const notify = useNotify();
  const { refresh, sync } = useRefresh(device);
  const { settings } = useWorkspace();
  const isRegistered = device.registration === 'registered';
  const isAtMicrosoft = isRegistered || device.registration === 'removing' || device.managedDeviceId !== null;
  const close = () => setAsking(null);

  async function remove(): Promise<void> {
    if (await acts.remove([device.id])) goTo(queueAddress);
  }
  async function runAgain(): Promise<void> {
    const refusal = await bench.record({ step: 'start', again: true });
    if (refusal !== null) notify.failed(refusal);
  }

  return (
    <>
      <Menu positioning={{ autoSize: 'height' }}>
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content={deviceText.more} relationship="label">
            <Button size="large" icon={<MoreHorizontalRegular />} />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<PersonAddRegular />} onClick={() => setAsking('user')}>
              {words.assignUser}
            </MenuItem>
            {device.assignedUser !== null && (
              <MenuItem icon={<PersonDeleteRegular />} onClick={() => setAsking('unassign')}>
                {words.unassignUser}
              </MenuItem>
            )}
            <MenuItem icon={<TagRegular />} onClick={() => setAsking('tag')}>
              {words.setGroupTag}
            </MenuItem>
            <MenuItem icon={<RenameRegular />} onClick={() => setAsking('name')}>
              {words.rename}
            </MenuItem>
            <MenuItem icon={<DocumentCheckmarkRegular />} onClick={() => setAsking('profile')}>
              {words.expectProfile}
            </MenuItem>
            <MenuItem icon={<FingerprintRegular />} onClick={() => void acts.uploadIdentifiers([device.id])}>
              {words.uploadIdentifiers}
            </MenuItem>
            {settings.deviceLinkBeta && (
              <MenuItem icon={<LinkRegular />} onClick={() => void acts.associate([device.id])}>
                {words.associate}
              </MenuItem>
            )}
            {isRegistered && (
              <MenuItem icon={<LockOpenRegular />} onClick={() => void acts.unblock([device.id])}>
                {words.unblock}
              </MenuItem>
            )}
            <MenuDivider />
            <MenuItem icon={<ArrowClockwiseRegular />} onClick={() => void refresh()}>
              {words.refresh}
            </MenuItem>
            <MenuItem icon={<ArrowSyncRegular />} onClick={() => void sync()}>
              {words.sync}
            </MenuItem>
            {device.bench !== 'notStarted' && (
              <MenuItem icon={<ArrowUndoRegular />} onClick={() => void bench.takeBack()}>
                {words.takeBack}
              </MenuItem>
            )}
            {device.bench === 'succeeded' && (
              <MenuItem icon={<PlayRegular />} onClick={() => void runAgain()}>
                {words.runAgain}
              </MenuItem>
            )}
            <MenuDivider />
            {isAtMicrosoft && (
              <MenuItem icon={<CloudDismissRegular />} onClick={() => setAsking('deregister')}>
                {words.deregister}
              </MenuItem>
            )}
            <MenuItem icon={<DeleteRegular />} onClick={() => void remove()}>
              {words.remove}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking === 'user' && <AssignUserDialog tenantId={device.tenantId} deviceIds={[device.id]} onClose={close} />}
      {asking === 'unassign' && <UnassignDialog deviceIds={[device.id]} onClose={close} />}
      {asking === 'tag' && <GroupTagDialog deviceIds={[device.id]} present={device.groupTag ?? ''} onClose={close} />}
      {asking === 'name' && <RenameDialog device={device} onClose={close} />}
      {asking === 'profile' && <ExpectProfileDialog device={device} onClose={close} />}
      {asking === 'deregister' && <DeregisterDialog device={device} onClose={close} />}
    </>
  );
}
