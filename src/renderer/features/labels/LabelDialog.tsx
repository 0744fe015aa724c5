import { useState } from 'react';
import { Checkbox, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { labelAs, labelCode, labelSubject } from '../../../shared/labels/labelLook.ts';
import { labelSheetOf } from '../../../shared/labels/labelSheet.ts';
import { printerName } from '../../../shared/labels/printerAddress.ts';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import { useActs } from '../../acts/actsContext.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { labelText } from '../../text/labels.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { CheckGroup } from '../../ui/CheckGroup.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { fieldsOf, isForPrinter, lastChoice, newlyChosen, sheetOf, type LabelChoice } from './labelChoice.ts';
import { LabelKindField } from './LabelKindField.tsx';
import { LabelPreview } from './LabelPreview.tsx';
import { previewNameOf, titleOf, type LabelTarget } from './labelTarget.ts';
import { makeLabels } from './makeLabels.ts';
import { ShelfChoice } from './ShelfChoice.tsx';
import { useLabelPreview } from './useLabelPreview.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 400px',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  choices: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalM },
});

interface LabelDialogProps {
  readonly target: LabelTarget;
  readonly onClose: () => void;
}

/** Labels before they are made: which, how they look, and what becomes of them. Enter makes them as the last ones were. */
export function LabelDialog({ target, onClose }: LabelDialogProps) {
  const styles = useStyles();
  const { tools } = useActs();
  const { settings } = useWorkspace();
  const [choice, setChoice] = useState(() => lastChoice(settings));
  const [unwanted, setUnwanted] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);
  const chosen: LabelTarget =
    target.kind === 'shelves' ? { ...target, names: target.names.filter((name) => !unwanted.includes(name)) } : target;
  const reading = useLabelPreview(chosen, choice);
  const change = (part: Partial<LabelChoice>) => {
    setFailure(null);
    setChoice({ ...choice, ...part });
  };
  const labels = reading.state === 'ready' ? reading.value.labels : null;
  const isSeveral = labels !== null && labels > 1;
  const printer = settings.printerHost === '' ? null : { host: settings.printerHost, port: settings.printerPort };
  const isEmpty = chosen.kind === 'shelves' && chosen.names.length === 0;
  const isBlocked = isEmpty || (choice.as === 'printer' && printer === null) || (choice.as === 'png' && isSeveral);

  async function make(): Promise<void> {
    setFailure(null);
    setRunning(true);
    await makeLabels(chosen, choice, tools, {
      onDone: () => {
        const kept = newlyChosen(choice, settings);
        if (kept !== null) void tools.command('settings.write', kept);
        onClose();
      },
      onFailure: setFailure,
    });
    setRunning(false);
  }

  return (
    <ConfirmDialog
      wide
      isComplete
      title={titleOf(target)}
      confirm={labelText.makes[choice.as]}
      disabled={isBlocked}
      running={running}
      failure={failure}
      onConfirm={() => void make()}
      onClose={onClose}
    >
      <div className={styles.root}>
        <div className={styles.choices}>
          {target.kind === 'shelves' ? (
            <ShelfChoice names={target.names} unwanted={unwanted} onChange={setUnwanted} />
          ) : (
            <>
              <Field label={labelText.subject}>
                <RadioGroup
                  layout="horizontal"
                  value={choice.subject}
                  onChange={(_, { value }) => change({ subject: labelSubject.parse(value) })}
                >
                  {labelSubject.options.map((subject) => (
                    <Radio key={subject} value={subject} label={labelText.subjects[subject]} />
                  ))}
                </RadioGroup>
              </Field>
              <CheckGroup label={labelText.fields}>
                {fieldsOf(choice.subject).map((field) => (
                  <Checkbox
                    key={field}
                    label={labelText.field(field)}
                    checked={choice.fields.includes(field)}
                    onChange={(_, { checked }) => {
                      const others = choice.fields.filter((one) => one !== field);
                      change({ fields: checked === true ? [...others, field] : others });
                    }}
                  />
                ))}
              </CheckGroup>
            </>
          )}
          <Field label={labelText.code}>
            <RadioGroup
              layout="horizontal"
              value={choice.code}
              onChange={(_, { value }) => change({ code: labelCode.parse(value) })}
            >
              {labelCode.options.map((code) => (
                <Radio key={code} value={code} label={labelText.codes[code]} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={labelText.as} hint={labelText.asHint(choice.as, printer && printerName(printer), isSeveral)}>
            <RadioGroup
              layout="horizontal"
              value={choice.as}
              onChange={(_, { value }) => change({ as: labelAs.parse(value) })}
            >
              {labelAs.options.map((as) => (
                <Radio key={as} value={as} label={labelText.ways[as]} />
              ))}
            </RadioGroup>
          </Field>
          {isForPrinter(choice) && (
            <Field label={labelText.dpi}>
              <RadioGroup
                layout="horizontal"
                value={String(choice.dpi)}
                onChange={(_, { value }) => change({ dpi: value === '300' ? 300 : 203 })}
              >
                <Radio value="203" label={labelText.dots(203)} />
                <Radio value="300" label={labelText.dots(300)} />
              </RadioGroup>
            </Field>
          )}
          <LabelKindField choice={choice} onChange={change} labels={labels} />
        </div>
        {!isEmpty && (
          <LabelPreview
            reading={reading}
            size={labelSheetOf(sheetOf(choice)) ?? choice}
            name={previewNameOf(chosen, choice.subject)}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
