import { useState } from 'react';
import { Button, Tab, TabList } from '@fluentui/react-components';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { boardText } from '../../text/boards.ts';
import { commonText } from '../../text/common.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { ComparedHashes } from './ComparedHashes.tsx';
import { RepairGuide } from './RepairGuide.tsx';

interface BoardDialogProps {
  readonly detail: DeviceDetail;
  readonly onClose: () => void;
}

const views = ['compare', 'guide'] as const;

/** What a repair has changed, and whether the device can be registered again. */
export function BoardDialog({ detail, onClose }: BoardDialogProps) {
  const [view, setView] = useState<(typeof views)[number]>('compare');
  return (
    <DialogFrame
      title={boardText.title(deviceTitle(detail.device))}
      size="table"
      actions={
        <Button size="large" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      <TabList
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(views.find((name) => name === value) ?? 'compare')}
      >
        {views.map((name) => (
          <Tab key={name} value={name}>
            {boardText.views[name]}
          </Tab>
        ))}
      </TabList>
      {view === 'compare' ? <ComparedHashes captures={detail.captures} /> : <RepairGuide deviceId={detail.device.id} />}
    </DialogFrame>
  );
}
