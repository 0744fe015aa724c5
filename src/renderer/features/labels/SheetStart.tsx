import { Field, makeStyles, mergeClasses, SpinButton, tokens } from '@fluentui/react-components';
import { labelsOn, paperMm, placeOnSheet, type LabelSheet } from '../../../shared/labels/labelSheet.ts';
import { labelText } from '../../text/labels.ts';
import { forcedColours } from '../../ui/breakpoints.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalL },
  field: { flexGrow: 1 },
  sheet: {
    width: '104px',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  place: {
    cursor: 'pointer',
    fill: 'transparent',
    stroke: tokens.colorNeutralStroke1Hover,
    strokeWidth: '0.8px',
    [forcedColours]: { stroke: 'CanvasText' },
  },
  used: { fill: tokens.colorNeutralStroke1, [forcedColours]: { fill: 'GrayText' } },
  printed: {
    fill: tokens.colorBrandBackground,
    stroke: tokens.colorNeutralBackground1,
    [forcedColours]: { fill: 'Highlight' },
  },
});

interface SheetStartProps {
  readonly sheet: LabelSheet;
  readonly start: number;
  readonly labels: number | null;
  readonly onChange: (start: number) => void;
}

/** The first free label of a sheet that was used before: by its number, or by pressing it on the picture. */
export function SheetStart({ sheet, start, labels, onChange }: SheetStartProps) {
  const styles = useStyles();
  const all = labelsOn(sheet);
  const { width, height } = paperMm[sheet.paper];
  const wanted = labels ?? 1;
  const words = labelText.places({ all, start, labels: wanted });
  return (
    <div className={styles.root}>
      <Field className={styles.field} label={labelText.start} hint={words}>
        <SpinButton
          value={start}
          min={1}
          max={all}
          onChange={(_, data) => {
            const next = data.value ?? Number(data.displayValue);
            if (Number.isInteger(next) && next >= 1 && next <= all) onChange(next);
          }}
        />
      </Field>
      <svg className={styles.sheet} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        {Array.from({ length: all }, (_, place) => (
          <rect
            key={place}
            {...placeOnSheet(sheet, place)}
            width={sheet.widthMm}
            height={sheet.heightMm}
            rx={1.5}
            className={mergeClasses(
              styles.place,
              place < start - 1 && styles.used,
              place >= start - 1 && place < start - 1 + wanted && styles.printed,
            )}
            onClick={() => onChange(place + 1)}
          />
        ))}
      </svg>
    </div>
  );
}
