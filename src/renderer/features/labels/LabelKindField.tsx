import { useState } from 'react';
import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { labelSheetOf, labelsOn } from '../../../shared/labels/labelSheet.ts';
import { labelBounds, labelSizes } from '../../../shared/labels/labelSize.ts';
import { labelText } from '../../text/labels.ts';
import { MillimetreSetting } from '../settings/MillimetreSetting.tsx';
import { hasSheets, sheetOf, type LabelChoice } from './labelChoice.ts';
import { keyOfSize, kindChosen, kindOf, OWN_SIZE, sheetNames } from './labelKind.ts';
import { SheetStart } from './SheetStart.tsx';

const MAKERS = ['Brother', 'Dymo', 'Zebra'] as const;
const PAPERS = ['A4', 'Letter'] as const;

const useStyles = makeStyles({
  own: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: tokens.spacingHorizontalM },
});

interface LabelKindFieldProps {
  readonly choice: LabelChoice;
  readonly onChange: (change: Partial<LabelChoice>) => void;
  /** How many labels are to be made; null while nobody knows. */
  readonly labels: number | null;
}

/** Which labels are in the printer: one that is sold, a sheet and its first free label, or own measures. */
export function LabelKindField({ choice, onChange, labels }: LabelKindFieldProps) {
  const styles = useStyles();
  const [wantsOwn, setWantsOwn] = useState(false);
  const kind = kindOf(choice);
  const sheetName = sheetOf(choice);
  const sheet = labelSheetOf(sheetName);
  const isOwn = sheet === null && (wantsOwn || kind === OWN_SIZE);
  const papers = hasSheets(choice) ? PAPERS : [];
  return (
    <>
      <Field label={labelText.kind}>
        <Select
          size="large"
          value={isOwn ? OWN_SIZE : kind}
          onChange={(_, { value }) => {
            setWantsOwn(value === OWN_SIZE);
            onChange(kindChosen(value));
          }}
        >
          {MAKERS.map((maker) => (
            <optgroup key={maker} label={maker}>
              {labelSizes
                .filter((size) => size.maker === maker)
                .map((size) => (
                  <option key={size.name} value={keyOfSize(size)}>
                    {labelText.size(size)}
                  </option>
                ))}
            </optgroup>
          ))}
          {papers.map((paper) => (
            <optgroup key={paper} label={labelText.sheets(paper)}>
              {sheetNames
                .filter((one) => one.sheet.paper === paper)
                .map((one) => (
                  <option key={one.name} value={one.name}>
                    {labelText.sheet(one.name, one.sheet)}
                  </option>
                ))}
            </optgroup>
          ))}
          <option value={OWN_SIZE}>{labelText.ownSize}</option>
        </Select>
      </Field>
      {isOwn && (
        <div className={styles.own}>
          <MillimetreSetting
            label={labelText.width}
            value={choice.widthMm}
            bounds={labelBounds.widthMm}
            onKeep={(widthMm) => onChange({ widthMm })}
          />
          <MillimetreSetting
            label={labelText.height}
            value={choice.heightMm}
            bounds={labelBounds.heightMm}
            onKeep={(heightMm) => onChange({ heightMm })}
          />
        </div>
      )}
      {sheet !== null && (
        <SheetStart
          sheet={sheet}
          start={Math.min(choice.start, labelsOn(sheet))}
          labels={labels}
          onChange={(start) => onChange({ start })}
        />
      )}
    </>
  );
}
