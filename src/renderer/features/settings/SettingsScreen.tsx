import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Settings } from '../../../shared/settings/settings.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { settingsText } from '../../text/settings.ts';
import { narrow, wide } from '../../ui/breakpoints.ts';
import { Screen } from '../../ui/Screen.tsx';
import { EncryptionCard } from '../vault/EncryptionCard.tsx';
import { BackupsCard } from '../backups/BackupsCard.tsx';
import { AlarmsCard } from '../bench/alarms/AlarmsCard.tsx';
import { BetaCard } from './BetaCard.tsx';
import { ChecklistsCard } from './ChecklistsCard.tsx';
import { DataCard } from './DataCard.tsx';
import { LabelCard } from './LabelCard.tsx';
import { LookCard } from './LookCard.tsx';
import { PrivacyCard } from './PrivacyCard.tsx';
import { ScannerCard } from './ScannerCard.tsx';
import { WorkplaceCard } from './WorkplaceCard.tsx';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    alignItems: 'start',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    // A card stays in its column when another one grows under the pointer.
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gridTemplateRows: 'auto 1fr',
    gridTemplateAreas: '"workplace data" "look data"',
    maxWidth: '1160px',
    [narrow]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateRows: 'auto',
      gridTemplateAreas: '"workplace" "look" "data"',
    },
    [wide]: {
      gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
      gridTemplateRows: 'auto',
      gridTemplateAreas: '"workplace look data"',
      maxWidth: '1640px',
    },
  },
  column: { display: 'grid', gap: tokens.spacingVerticalL },
  workplace: { gridArea: 'workplace' },
  look: { gridArea: 'look' },
  data: { gridArea: 'data' },
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
        <div className={mergeClasses(styles.column, styles.workplace)}>
          <WorkplaceCard settings={settings} onChange={onChange} />
          <ScannerCard settings={settings} onChange={onChange} />
        </div>
        <div className={mergeClasses(styles.column, styles.look)}>
          <LookCard settings={settings} onChange={onChange} />
          <AlarmsCard settings={settings} onChange={onChange} />
          <LabelCard settings={settings} onChange={onChange} />
          <ChecklistsCard settings={settings} onChange={onChange} />
          <BetaCard settings={settings} onChange={onChange} />
        </div>
        <div className={mergeClasses(styles.column, styles.data)}>
          <EncryptionCard />
          <BackupsCard settings={settings} onChange={onChange} />
          <PrivacyCard settings={settings} onChange={onChange} />
          <DataCard />
        </div>
      </div>
    </Screen>
  );
}
