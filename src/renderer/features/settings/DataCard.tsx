import { Button, makeStyles } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { formatter } from '../../text/formatter.ts';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';

const useStyles = makeStyles({ backup: { alignSelf: 'start' } });

/** Where the queue rests, and a copy of it. */
export function DataCard() {
  const styles = useStyles();
  const about = useProcedure('app.about', {}, []);
  const backup = useCommand('app.backup');
  const notify = useNotify();

  async function backUp(): Promise<void> {
    const outcome = await backup.run({});
    if (outcome.ok) notify.done(settingsText.backedUp(outcome.value.file));
  }

  return (
    <Card title={settingsText.data}>
      <Loaded reading={about}>
        {({ version, door, dataFolder, folderAccess, databaseBytes, secretStore }) => (
          <Facts
            areWords
            facts={[
              { label: settingsText.dataFolder, value: dataFolder },
              { label: settingsText.folderAccess, value: settingsText.folderAccesses[folderAccess] },
              { label: settingsText.databaseSize, value: formatter.megabytes(databaseBytes) },
              { label: settingsText.secrets, value: settingsText.secretStores[secretStore] },
              { label: settingsText.version, value: `${version} (${settingsText.doors[door]})` },
            ]}
          />
        )}
      </Loaded>
      <Button
        size="large"
        className={styles.backup}
        icon={<SaveRegular />}
        disabledFocusable={backup.running}
        onClick={() => void backUp()}
      >
        {settingsText.backup}
      </Button>
    </Card>
  );
}
