import { useState } from 'react';
import { MessageBar, MessageBarBody, MessageBarTitle, Tab, TabList } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { activityText } from '../../text/jobs.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { When } from '../../ui/When.tsx';
import { AuditLog } from '../audit/AuditLog.tsx';
import { BatchList } from './BatchList.tsx';
import { OutboxActs } from './OutboxActs.tsx';

/** What is being sent to Microsoft, what waits and why, and what was done here. */
export function ActivityScreen() {
  const { tenant } = useWorkspace();
  const [tab, setTab] = useState<unknown>('changes');
  const status = useProcedure('jobs.status', tenant === null ? {} : { tenantId: tenant.id }, [
    'jobs.changed',
    'tenants.changed',
  ]);
  return (
    <Screen
      title={activityText.title}
      actions={tenant !== null && status.state === 'ready' && <OutboxActs tenant={tenant} status={status.value} />}
    >
      {status.state === 'ready' && <Standstill status={status.value} />}
      <TabList
        size="large"
        aria-label={activityText.tabs}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(value)}
      >
        <Tab value="changes">{activityText.changes}</Tab>
        <Tab value="audit">{activityText.audit}</Tab>
      </TabList>
      {tab === 'audit' ? (
        <AuditLog />
      ) : (
        <Loaded reading={status} lines={8}>
          {(value) => <BatchList tenant={tenant} status={value} />}
        </Loaded>
      )}
    </Screen>
  );
}

/** Why nothing is sent at the moment. */
function Standstill({ status }: { readonly status: OutputOf<'jobs.status'> }) {
  const { online, offlineSince, paused } = status;
  return (
    <>
      {!online && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{activityText.offlineTitle}</MessageBarTitle>
            {offlineSince !== null && (
              <>
                {activityText.offlineSince} <When at={offlineSince} />.{' '}
              </>
            )}
            {activityText.offline}
          </MessageBarBody>
        </MessageBar>
      )}
      {paused && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{activityText.pausedTitle}</MessageBarTitle>
            {activityText.paused}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
