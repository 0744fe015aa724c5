import { useMemo } from 'react';
import { deviceTitle } from '../../../../shared/devices/deviceTitle.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useSetAtHand } from '../../../acts/atHand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { queueAddress } from '../../../app/address.ts';
import { deviceText } from '../../../text/devices.ts';
import { shellText } from '../../../text/shell.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Screen } from '../../../ui/Screen.tsx';
import { StatusLine } from '../../../ui/StatusLine.tsx';
import { narrow } from '../../../ui/breakpoints.ts';
import { Differences } from '../../assignment/Differences.tsx';
import { DonorBar } from '../../boards/DonorBar.tsx';
import { DeviceChecklist } from '../../checklists/DeviceChecklist.tsx';
import { DeviceHeader } from './DeviceHeader.tsx';
import { DeviceTabs } from './DeviceTabs.tsx';
import { NextStepCard } from './NextStepCard.tsx';
import { useFreshDevice } from '../../tracking/useFreshDevice.ts';

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(360px, 0.5fr)',
    gridTemplateRows: 'auto minmax(200px, 1fr)',
    gap: tokens.spacingHorizontalL,
    minHeight: '440px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto', minHeight: 0 },
  },
  checklist: {
    gridColumn: '2',
    gridRow: '1 / span 2',
    [narrow]: { gridColumn: '1', gridRow: '2', minHeight: '420px' },
  },
});

/** Which device is this, where does it stand, what do I do next. */
export function DeviceScreen({ id }: { readonly id: string }) {
  const styles = useStyles();
  const reading = useProcedure('devices.get', { id }, ['devices.changed', 'jobs.changed']);
  const known = reading.state === 'ready' ? reading.value : null;
  useFreshDevice(known);
  useSetAtHand(useMemo(() => (known === null ? null : { kind: 'device', detail: known }), [known]));

  if (reading.state === 'failed' && reading.failure.code === 'not-found') {
    return (
      <Screen title={deviceText.gone}>
        <EmptyState sentence={deviceText.goneSentence}>
          <LinkButton to={queueAddress} appearance="primary">
            {shellText.toQueue}
          </LinkButton>
        </EmptyState>
      </Screen>
    );
  }
  const title = reading.state === 'ready' ? deviceText.page(deviceTitle(reading.value.device)) : shellText.places.queue;
  return (
    <Screen title={title} full titleHidden>
      <Loaded reading={reading} lines={10}>
        {(detail) => (
          <>
            <DeviceHeader detail={detail} />
            <Differences device={detail.device} />
            <StatusLine device={detail.device} />
            {detail.donorMark !== null && <DonorBar mark={detail.donorMark} />}
            <div className={styles.body}>
              <NextStepCard detail={detail} />
              <DeviceChecklist detail={detail} className={styles.checklist} />
              <DeviceTabs detail={detail} />
            </div>
          </>
        )}
      </Loaded>
    </Screen>
  );
}
