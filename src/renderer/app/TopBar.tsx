import { Button, makeStyles, tokens, Tooltip, typographyStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useActs, useOffer } from '../acts/actsContext.ts';
import { useConnection } from '../api/clientContext.ts';
import { useProcedure } from '../api/useProcedure.ts';
import { ScanField } from '../features/scans/ScanField.tsx';
import { commonText } from '../text/common.ts';
import { paletteText } from '../text/palette.ts';
import { shellText } from '../text/shell.ts';
import { narrow } from '../ui/breakpoints.ts';
import { Attention } from './Attention.tsx';
import { OutboxState } from './OutboxState.tsx';
import { showKeys } from './pageActs.tsx';
import { TenantSwitch } from './TenantSwitch.tsx';
import { Workplace } from './Workplace.tsx';
import { useWorkspace } from './workspace.ts';

const useStyles = makeStyles({
  root: {
    gridArea: 'top',
    '@media print': { display: 'none' },
    display: 'flex',
    alignItems: 'center',
    minHeight: '56px',
    gap: tokens.spacingHorizontalL,
    paddingLeft: tokens.spacingHorizontalL,
    paddingRight: tokens.spacingHorizontalL,
    // The scan field gets a line of its own.
    [narrow]: { flexWrap: 'wrap', gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS },
  },
  skip: {
    position: 'absolute',
    zIndex: 1,
    top: tokens.spacingVerticalS,
    left: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ':not(:focus)': { clipPath: 'inset(50%)', height: '1px', width: '1px', overflow: 'hidden' },
  },
  product: { ...typographyStyles.subtitle1, color: tokens.colorNeutralForeground1, [narrow]: { display: 'none' } },
  palette: { minWidth: 0, paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
  key: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  state: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginLeft: 'auto',
    [narrow]: { gap: 0 },
  },
});

interface TopBarProps {
  /** Past the bar and the rail, for people who use the keyboard. */
  readonly onSkip: () => void;
  readonly onOpenPalette: () => void;
}

/** Always there: whose devices, scanning, and whether Microsoft can be reached. */
export function TopBar({ onSkip, onOpenPalette }: TopBarProps) {
  const styles = useStyles();
  const { tenant } = useWorkspace();
  const connection = useConnection();
  const { run } = useActs();
  const keys = useOffer(showKeys, { kind: 'reseal', status: null });
  const status = useProcedure('jobs.status', tenant === null ? {} : { tenantId: tenant.id }, [
    'jobs.changed',
    'tenants.changed',
  ]);
  return (
    <header className={styles.root}>
      <a
        className={styles.skip}
        href="#page"
        onClick={(event) => {
          event.preventDefault();
          onSkip();
        }}
      >
        {shellText.skip}
      </a>
      <span className={styles.product}>{commonText.product}</span>
      <TenantSwitch />
      <ScanField />
      <div className={styles.state}>
        <Workplace />
        {/* What was read before the backend stopped answering says nothing about now. */}
        {status.state === 'ready' && connection === 'connected' && (
          <OutboxState status={status.value} tenantName={tenant?.name ?? null} />
        )}
        <Tooltip content={paletteText.button} relationship="label">
          <Button
            size="large"
            appearance="subtle"
            className={styles.palette}
            icon={<SearchRegular />}
            aria-haspopup="dialog"
            aria-keyshortcuts={paletteText.keyShortcut}
            onClick={onOpenPalette}
          >
            <kbd className={styles.key}>{paletteText.keyName}</kbd>
          </Button>
        </Tooltip>
        {status.state === 'ready' && <Attention status={status.value} />}
        <Tooltip content={shellText.keys} relationship="label">
          <Button size="large" appearance="subtle" icon={<showKeys.Icon />} onClick={() => run(keys)} />
        </Tooltip>
      </div>
    </header>
  );
}
