import { useState } from 'react';
import { Button, Field, Input, makeStyles, Switch, Text, tokens } from '@fluentui/react-components';
import { AlertRegular, Speaker2Regular } from '@fluentui/react-icons';
import { alarmKind } from '../../../../shared/bench/alarm.ts';
import { alarmTitles } from '../../../../shared/bench/alarmWords.ts';
import { alarmText } from '../../../text/alarms.ts';
import { Card } from '../../../ui/Card.tsx';
import type { SettingsCardProps } from '../../settings/settingsCard.ts';
import { playAlarm } from './alarmSound.ts';
import { notificationState } from './systemNotification.ts';

const useStyles = makeStyles({
  kinds: { display: 'grid' },
  hours: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalM },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What calls somebody back to the bench, how, and when nothing does. */
export function AlarmsCard({ settings, onChange }: SettingsCardProps) {
  const styles = useStyles();
  const { alarmKinds, alarmNotifications, alarmSounds, quietFrom, quietUntil } = settings;
  const [permission, setPermission] = useState(notificationState);

  /** The browser asks only where a person has pressed this. */
  async function allow(): Promise<void> {
    setPermission(await Notification.requestPermission());
    if (notificationState() === 'granted') onChange({ alarmNotifications: true });
  }

  return (
    <Card title={alarmText.card}>
      <Field label={alarmText.what}>
        <div className={styles.kinds} role="group" aria-label={alarmText.what}>
          {alarmKind.options.map((kind) => (
            <Switch
              key={kind}
              checked={alarmKinds.includes(kind)}
              label={alarmTitles[kind]}
              onChange={(_, { checked }) =>
                onChange({
                  alarmKinds: alarmKind.options.filter((other) =>
                    other === kind ? checked : alarmKinds.includes(other),
                  ),
                })
              }
            />
          ))}
        </div>
      </Field>
      <Switch
        checked={alarmSounds}
        label={alarmText.sound}
        onChange={(_, { checked }) => onChange({ alarmSounds: checked })}
      />
      {permission === 'granted' ? (
        <Switch
          checked={alarmNotifications}
          label={alarmText.notifications}
          onChange={(_, { checked }) => onChange({ alarmNotifications: checked })}
        />
      ) : (
        <Text weight="semibold">{alarmText.notifications}</Text>
      )}
      <Text size={200}>{alarmText.states[permission]}</Text>
      <div className={styles.acts}>
        {permission === 'default' && (
          <Button size="large" icon={<AlertRegular />} onClick={() => void allow()}>
            {alarmText.allow}
          </Button>
        )}
        <Button size="large" icon={<Speaker2Regular />} onClick={() => playAlarm('ready')}>
          {alarmText.tryIt}
        </Button>
      </div>
      <div className={styles.hours}>
        <Field label={alarmText.quietFrom}>
          <Input
            size="large"
            type="time"
            value={quietFrom}
            onChange={(_, { value }) => onChange({ quietFrom: value })}
          />
        </Field>
        <Field label={alarmText.quietUntil}>
          <Input
            size="large"
            type="time"
            value={quietUntil}
            onChange={(_, { value }) => onChange({ quietUntil: value })}
          />
        </Field>
      </div>
      <Text size={200}>{alarmText.quietHint}</Text>
    </Card>
  );
}
