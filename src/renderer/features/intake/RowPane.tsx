import { useId } from 'react';
import { Button, makeStyles, Text, tokens, Tooltip, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { EditableField } from '../../../shared/intake/vocabulary.ts';
import type { PreviewRow } from '../../../shared/api/contract/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { intakeText } from '../../text/intake.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { StatusShape } from '../../ui/StatusShape.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { issueShape, standingOf } from './rowFacts.ts';
import { RowFieldEditor } from './RowFieldEditor.tsx';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    width: '400px',
    maxWidth: '100%',
    [narrow]: { width: 'auto' },
    boxSizing: 'border-box',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  names: { display: 'grid', gap: tokens.spacingVerticalXS, marginRight: 'auto', minWidth: 0 },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  where: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  part: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  issues: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  issue: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
  },
  act: { flexShrink: 0 },
  repair: { gridColumn: 2, color: tokens.colorNeutralForeground2 },
});

const fields: readonly EditableField[] = [
  'serialNumber',
  'groupTag',
  'assignedUser',
  'deviceName',
  'purchaseOrder',
  'manufacturer',
  'model',
  'productKeyId',
];

interface RowPaneProps {
  readonly previewId: string;
  readonly row: PreviewRow;
  readonly onChanged: (row: PreviewRow) => void;
  readonly onClose: () => void;
}

/** One row: what is wrong with it, what the hash says, and the way to mend or accept it. */
export function RowPane({ previewId, row, onChanged, onClose }: RowPaneProps) {
  const styles = useStyles();
  const titleId = useId();
  const include = useCommand('intake.include');
  const edit = useCommand('intake.editRow');

  async function takeFromHash(value: string): Promise<void> {
    const outcome = await edit.run({ previewId, rowId: row.rowId, field: 'serialNumber', value });
    if (outcome.ok) onChanged(outcome.value);
  }

  return (
    <section
      className={styles.root}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles.head}>
        <div className={styles.names}>
          <h2 id={titleId} className={styles.title}>
            <Serial wrap>{row.serialNumber ?? commonText.none}</Serial>
          </h2>
          <Text className={styles.where}>{intakeText.rowTitle(row.line, row.file)}</Text>
          <span role="status">
            <StatusWord {...standingOf(row)} />
          </span>
        </div>
        <Tooltip content={intakeText.closeRow} relationship="label">
          <Button size="large" appearance="subtle" icon={<DismissRegular />} onClick={onClose} />
        </Tooltip>
      </div>
      <Issues row={row} />
      {row.otherSerialNumber !== null && (
        <Button
          size="large"
          className={styles.act}
          disabledFocusable={edit.running}
          onClick={() => void takeFromHash(row.otherSerialNumber ?? '')}
        >
          {intakeText.useHashSerial(row.otherSerialNumber)}
        </Button>
      )}
      {row.status !== 'rejected' && (
        <div className={styles.part}>
          <Button
            size="large"
            className={styles.act}
            disabledFocusable={include.running}
            onClick={() => void include.run({ previewId, rowIds: [row.rowId], included: !row.included })}
          >
            {row.included ? intakeText.leaveOut : row.status === 'suspect' ? intakeText.accept : intakeText.takeIn}
          </Button>
          {!row.included && <Text className={styles.where}>{intakeText.acceptDoes[row.effect]}</Text>}
        </div>
      )}
      <div className={styles.part}>
        <h3 className={styles.heading}>{intakeText.fieldsTitle}</h3>
        {fields.map((field) => (
          <RowFieldEditor
            key={`${field} ${row[field] ?? ''}`}
            previewId={previewId}
            row={row}
            field={field}
            onChanged={onChanged}
          />
        ))}
      </div>
      <div className={styles.part}>
        <h3 className={styles.heading}>{intakeText.factsTitle}</h3>
        <Text>{intakeText.hash[row.hash.state]}</Text>
        {row.facts.length > 0 && <Facts areWords facts={row.facts} />}
      </div>
    </section>
  );
}

function Issues({ row }: { readonly row: PreviewRow }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h3 className={styles.heading}>{intakeText.reasonsTitle}</h3>
      {row.issues.length === 0 ? (
        <Text>{intakeText.nothingFound}</Text>
      ) : (
        <ul className={styles.issues}>
          {row.issues.map((issue) => (
            <li key={`${issue.code} ${issue.field} ${issue.message}`} className={styles.issue}>
              <StatusShape shape={issueShape(issue)} />
              <Text>{issue.message}</Text>
              {issue.repair !== undefined && <Text className={styles.repair}>{intakeText.mended(issue.repair)}</Text>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
