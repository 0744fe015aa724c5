import { makeStyles, tokens } from '@fluentui/react-components';
import type { Settings } from '../../../shared/settings/settings.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { settingsText } from '../../text/settings.ts';
import { Screen } from '../../ui/Screen.tsx';
import { EncryptionCard } from '../vault/EncryptionCard.tsx';
import { BackupsCard } from '../backups/BackupsCard.tsx';
import { BetaCard } from './BetaCard.tsx';
import { DataCard } from './DataCard.tsx';
import { LabelCard } from './LabelCard.tsx';
import { LookCard } from './LookCard.tsx';
import { PrivacyCard } from './PrivacyCard.tsx';
import { ScannerCard } from './ScannerCard.tsx';
import { WorkplaceCard } from './WorkplaceCard.tsx';

const useStyles = makeStyles({
  cards: {
    // Columns, not rows: cards of different heights leave no holes.
    columns: '2 400px',
    columnGap: tokens.spacingHorizontalL,
    maxWidth: '1000px',
    '> *': { breakInside: 'avoid', marginBottom: tokens.spacingVerticalL },
  },
});

/** Every setting is kept as soon as it is changed. */
export function SettingsScreen() {
  const styles = useStyles();
  const { settings } = useWorkspace();
  const writing = useCommand('settings.write');
  const onChange = (change: Partial<Settings>) => void writing.run(change);
  return (
    <Screen title={settingsText.title}>
      <div className={styles.cards}>
        <WorkplaceCard settings={settings} onChange={onChange} />
        <ScannerCard settings={settings} onChange={onChange} />
        <LookCard settings={settings} onChange={onChange} />
        <LabelCard settings={settings} onChange={onChange} />
        <BetaCard settings={settings} onChange={onChange} />
        <EncryptionCard />
        <BackupsCard settings={settings} onChange={onChange} />
        <PrivacyCard settings={settings} onChange={onChange} />
        <DataCard />
      </div>
    </Screen>
  );
}
