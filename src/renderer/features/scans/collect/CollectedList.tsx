import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components';
import { AddCircleFilled, CheckmarkCircleFilled, DismissRegular, WarningFilled } from '@fluentui/react-icons';
import { collectText } from '../../../text/collect.ts';
import { Serial } from '../../../ui/Serial.tsx';
import { putAside, takeOut, type BadScan, type CollectedDevice } from './collection.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: '240px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  bad: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `8px solid ${tokens.colorPaletteMarigoldBackground3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
  },
  badList: { margin: 0, padding: 0, listStyleType: 'none', flexShrink: 0, maxHeight: '50%', overflowY: 'auto' },
  badMark: { display: 'inline-flex', fontSize: '28px', color: tokens.colorPaletteMarigoldForeground2 },
  words: { display: 'grid', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  badSerial: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(244px, 1fr))',
    alignContent: 'start',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  cell: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    minHeight: '52px',
    paddingLeft: tokens.spacingHorizontalM,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  newest: { backgroundColor: tokens.colorBrandBackground2 },
  mark: { display: 'inline-flex', fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
  serial: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  small: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
});

interface CollectedListProps {
  readonly devices: readonly CollectedDevice[];
  readonly bad: readonly BadScan[];
  readonly lastId: string | null;
}

/** What is collected, the newest first; above it every scan that added nothing, until somebody puts it aside. */
export function CollectedList({ devices, bad, lastId }: CollectedListProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {bad.length > 0 && (
        <ul className={styles.badList} aria-label={collectText.bad}>
          {bad.map(({ key, title, sentence }) => (
            <li key={key} className={styles.bad}>
              <span aria-hidden="true" className={styles.badMark}>
                <WarningFilled />
              </span>
              <span className={styles.words} role="alert">
                <span className={styles.badSerial}>
                  <Serial wrap>{title}</Serial>
                </span>
                <Text>{sentence}</Text>
              </span>
              <Button size="large" onClick={() => putAside(key)}>
                {collectText.putAside}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.list} aria-label={collectText.list} tabIndex={0}>
        {devices.map(({ id, title, model, userPrincipalName }) => (
          <li key={id} className={mergeClasses(styles.cell, id === lastId && styles.newest)}>
            <span aria-hidden="true" className={styles.mark}>
              {id === lastId ? <AddCircleFilled /> : <CheckmarkCircleFilled />}
            </span>
            <span className={styles.words}>
              <span className={styles.serial}>
                <Serial>{title}</Serial>
              </span>
              <Text size={200} className={styles.small} title={userPrincipalName ?? model}>
                {userPrincipalName === null ? model : `→ ${userPrincipalName}`}
              </Text>
            </span>
            <Tooltip content={collectText.takeOut(title)} relationship="label">
              <Button size="large" appearance="transparent" icon={<DismissRegular />} onClick={() => takeOut(id)} />
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  );
}
