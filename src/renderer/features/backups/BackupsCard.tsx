import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowCounterclockwiseRegular, DeleteRegular, SaveRegular } from '@fluentui/react-icons';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { backupsText } from '../../text/backups.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { useNow } from '../../ui/useNow.ts';
import type { SettingsCardProps } from '../settings/settingsCard.ts';
import { TextSetting } from '../settings/TextSetting.tsx';
import { DeleteUnencryptedDialog } from './DeleteUnencryptedDialog.tsx';
import { QueueHealthList } from './QueueHealthList.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';

const MINUTE_MS = 60_000;

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

/** Copies of the queue: the last one, a second place for them, a new one, and the way back to one. */
export function BackupsCard({ settings, onChange }: SettingsCardProps) {
  const styles = useStyles();
  const list = useProcedure('backups.list', {}, ['backups.changed', 'settings.changed']);
  const making = useCommand('backups.make');
  const notify = useNotify();
  const now = useNow(MINUTE_MS);
  const [isRestoring, setIsRestoring] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const unencrypted = list.state === 'ready' ? list.value.unencrypted : [];

  async function make(): Promise<void> {
    const outcome = await making.run({});
    if (outcome.ok) notify.done(backupsText.made(outcome.value.devices));
  }

  return (
    <Card title={backupsText.title}>
      <Loaded reading={list}>
        {({ folder, backups, isStale, secondPlace }) => {
          const [newest] = backups;
          return (
            <>
              {newest === undefined ? (
                <Finding shape="warning">{backupsText.none}</Finding>
              ) : (
                <Finding shape={isStale ? 'warning' : 'done'}>
                  {backupsText.last(newest.madeAt, newest.devices, now)} {isStale && backupsText.stale}
                </Finding>
              )}
              {unencrypted.length > 0 && (
                <Finding shape="warning">{backupsText.unencrypted(unencrypted.length)}</Finding>
              )}
              <QueueHealthList />
              <Facts areWords facts={[{ label: backupsText.folder, value: folder }]} />
              <TextSetting
                label={backupsText.secondPlace}
                hint={backupsText.secondPlaceHint}
                value={settings.backupFolder}
                maxLength={1_000}
                onKeep={(backupFolder) => onChange({ backupFolder })}
              />
              {secondPlace !== null &&
                (secondPlace.problem !== null ? (
                  <ProblemBar failure={secondPlace.problem} />
                ) : (
                  <Finding shape={secondPlace.copiedAt === null ? 'waiting' : 'done'}>
                    {secondPlace.copiedAt === null
                      ? backupsText.nothingElsewhere(secondPlace.folder)
                      : backupsText.copiedElsewhere(secondPlace.folder, secondPlace.copiedAt, now)}
                  </Finding>
                ))}
              {isRestoring && <RestoreDialog backups={backups} onClose={() => setIsRestoring(false)} />}
            </>
          );
        }}
      </Loaded>
      <div className={styles.acts}>
        <Button size="large" icon={<SaveRegular />} disabledFocusable={making.running} onClick={() => void make()}>
          {backupsText.make}
        </Button>
        <Button size="large" icon={<ArrowCounterclockwiseRegular />} onClick={() => setIsRestoring(true)}>
          {backupsText.restore}
        </Button>
        {unencrypted.length > 0 && (
          <Button size="large" icon={<DeleteRegular />} onClick={() => setIsDeleting(true)}>
            {backupsText.deleteUnencrypted}
          </Button>
        )}
      </div>
      {isDeleting && <DeleteUnencryptedDialog backups={unencrypted} onClose={() => setIsDeleting(false)} />}
    </Card>
  );
}
