import { useProcedure } from '../../api/useProcedure.ts';
import { formatter } from '../../text/formatter.ts';
import { settingsText } from '../../text/settings.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

/** Where the queue rests. */
export function DataCard() {
  const about = useProcedure('app.about', {}, []);
  return (
    <Card title={settingsText.data}>
      <Loaded reading={about}>
        {({ version, door, dataFolder, folderAccess, databaseBytes }) => (
          <Facts
            areWords
            facts={[
              { label: settingsText.dataFolder, value: dataFolder },
              { label: settingsText.folderAccess, value: settingsText.folderAccesses[folderAccess] },
              { label: settingsText.databaseSize, value: formatter.megabytes(databaseBytes) },
              { label: settingsText.version, value: `${version} (${settingsText.doors[door]})` },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
