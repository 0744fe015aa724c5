import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { HatGraduationRegular } from '@fluentui/react-icons';
import { ActButton } from '../../../acts/ActButton.tsx';
import { useOffer } from '../../../acts/actsContext.ts';
import { useClient } from '../../../api/clientContext.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { queueAddress } from '../../../app/address.ts';
import { goTo } from '../../../app/navigation.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { tourText as text } from '../../../text/play.ts';
import { changeView } from '../../devices/queue/queueView.ts';
import { addSamples, chooseMood } from '../tenantActs.tsx';
import { showPretendDevice } from '../pretend/pretendDevices.ts';
import { tourSteps, type TourStep } from './tourStep.ts';
import { useTourStep } from './useTourStep.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    '@media print': { display: 'none' },
  },
  icon: { display: 'inline-flex', fontSize: '28px', color: tokens.colorBrandForeground1 },
  words: { display: 'grid', flexGrow: 1, flexBasis: '320px', minWidth: 0 },
});

/** The tour through the practice tenant, below what scans are answered: they are part of it. */
export function TourBar() {
  const step = useTourStep();
  return step !== null && <Step step={step} />;
}

/** The next step, and the way to it. */
function Step({ step }: { readonly step: TourStep }) {
  const styles = useStyles();
  const samples = useOffer(addSamples, { kind: 'reseal', status: null });
  const mood = useOffer(chooseMood, { kind: 'reseal', status: null });
  const ending = useCommand('settings.write');
  const client = useClient();
  const { tenant } = useWorkspace();
  const { name, device } = step;
  const number = tourSteps.indexOf(name) + 1;

  async function show(): Promise<void> {
    if (device === null) {
      goTo(queueAddress);
      const unregistered = await client.call('devices.ids', { tenantId: tenant?.id, nextSteps: ['register'] });
      if (name === 'register' && unregistered.ok) changeView({ selection: new Set(unregistered.value.ids) });
      return;
    }
    goTo({ page: 'device', id: device.id });
    if (device.ztdId !== null && (name === 'start' || name === 'finish')) {
      showPretendDevice(device.tenantId, { ztdId: device.ztdId, serialNumber: device.serialNumber ?? '' });
    }
  }

  return (
    <section aria-label={text.label} className={styles.root}>
      <span aria-hidden="true" className={styles.icon}>
        <HatGraduationRegular />
      </span>
      <span className={styles.words}>
        <Text weight="semibold" size={400}>
          {number === 0 ? text.endTitle : text.title(number, tourSteps.length, text.steps[name].title)}
        </Text>
        <Text>{name === 'start' && device === null ? text.waits : text.steps[name].sentence}</Text>
      </span>
      {name === 'samples' && <ActButton offer={samples} appearance="primary" />}
      {name === 'end' && <ActButton offer={mood} appearance="primary" />}
      {name !== 'samples' && name !== 'end' && (
        <Button size="large" appearance="primary" onClick={() => void show()}>
          {text.show}
        </Button>
      )}
      <Button size="large" disabledFocusable={ending.running} onClick={() => void ending.run({ isTouring: false })}>
        {text.end}
      </Button>
    </section>
  );
}
