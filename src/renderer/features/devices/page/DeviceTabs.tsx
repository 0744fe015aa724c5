import { useState } from 'react';
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { DeviceDetail } from '../../../../shared/devices/deviceDetail.ts';
import { deviceText } from '../../../text/devices.ts';
import { AttachmentsTab } from '../../attachments/AttachmentsTab.tsx';
import { CapturesTab } from './CapturesTab.tsx';
import { IdentityTab } from './IdentityTab.tsx';
import { MicrosoftTab } from '../../tracking/MicrosoftTab.tsx';
import { NotesTab } from './NotesTab.tsx';
import { TimelineTab } from './TimelineTab.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
  },
  panel: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

type TabName = keyof typeof deviceText.tabs;
const tabNames: readonly TabName[] = ['timeline', 'identity', 'captures', 'microsoft', 'notes', 'attachments'];

/** One level deeper: what happened, what the hash says, what Microsoft sent. */
export function DeviceTabs({ detail }: { readonly detail: DeviceDetail }) {
  const styles = useStyles();
  const [tab, setTab] = useState<TabName>('timeline');
  return (
    <section className={styles.root} aria-label={deviceText.tabsLabel}>
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(tabNames.find((name) => name === value) ?? 'timeline')}
      >
        {tabNames.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="device-tab-panel">
            {deviceText.tabs[name]}
          </Tab>
        ))}
      </TabList>
      <div id="device-tab-panel" role="tabpanel" tabIndex={0} aria-labelledby={`tab-${tab}`} className={styles.panel}>
        <Panel tab={tab} detail={detail} />
      </div>
    </section>
  );
}

function Panel({ tab, detail }: { readonly tab: TabName; readonly detail: DeviceDetail }) {
  switch (tab) {
    case 'timeline':
      return <TimelineTab detail={detail} />;
    case 'identity':
      return <IdentityTab detail={detail} />;
    case 'captures':
      return <CapturesTab captures={detail.captures} />;
    case 'microsoft':
      return <MicrosoftTab detail={detail} />;
    case 'notes':
      return <NotesTab deviceId={detail.device.id} />;
    case 'attachments':
      return <AttachmentsTab deviceId={detail.device.id} />;
  }
}
