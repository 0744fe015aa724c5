import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { LabelDimensions } from '../../../shared/labels/labelSize.ts';
import type { ProcedureReading } from '../../api/useProcedure.ts';
import { labelText } from '../../text/labels.ts';
import { Loaded } from '../../ui/Loaded.tsx';

const HEIGHT_PX = 264;

const useStyles = makeStyles({
  root: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalS },
  frame: {
    display: 'grid',
    placeItems: 'center',
    boxSizing: 'border-box',
    minHeight: '184px',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  label: {
    display: 'block',
    boxSizing: 'border-box',
    // Paper is white in every theme.
    backgroundColor: '#fff',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
});

interface LabelPreviewProps {
  readonly reading: ProcedureReading<OutputOf<'labels.document'>>;
  readonly size: LabelDimensions;
  readonly name: string;
}

/** The first label, drawn by what draws the paper. What cannot be made is said in its place. */
export function LabelPreview({ reading, size: { widthMm, heightMm }, name }: LabelPreviewProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Loaded reading={reading} lines={6}>
        {({ mediaType, base64, labels, notes }) =>
          reading.state === 'ready' && reading.failure !== null ? null : (
            <>
              <div className={styles.frame}>
                <img
                  className={styles.label}
                  style={{
                    aspectRatio: widthMm / heightMm,
                    width: `min(100%, ${Math.round((HEIGHT_PX * widthMm) / heightMm)}px)`,
                  }}
                  src={`data:${mediaType};base64,${base64}`}
                  alt={name}
                />
              </div>
              <Text>{labelText.previewOf(labels, widthMm, heightMm)}</Text>
              {notes.map((note) => (
                <Text key={note}>{note}</Text>
              ))}
            </>
          )
        }
      </Loaded>
    </div>
  );
}
