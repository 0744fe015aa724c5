import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChecklistItem } from '../../../shared/checklists/checklist.ts';
import { checklistText } from '../../text/checklists.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';

const useStyles = makeStyles({
  commands: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    maxWidth: '760px',
    marginTop: tokens.spacingVerticalXS,
    '& input': { fontFamily: tokens.fontFamilyMonospace },
  },
});

/** In which case a step is due, where it is done and when it counts as done, with its traps and its commands. */
export function StepDetails({ item }: { readonly item: ChecklistItem }) {
  const styles = useStyles();
  const { condition, where, doneWhen, hints, commands, isGate } = item;
  return (
    <>
      {condition !== null && <span>{condition}</span>}
      <span>
        {checklistText.where}: {where}
      </span>
      <span>
        {checklistText.doneWhen}: {doneWhen}
      </span>
      {hints.map((hint) => (
        <span key={hint}>{hint}</span>
      ))}
      {isGate && <span>{checklistText.gateHint}</span>}
      {commands.length > 0 && (
        <div className={styles.commands}>
          {commands.map((command) => (
            <CopyLine
              key={command}
              text={command}
              label={checklistText.command}
              copy={checklistText.copy}
              copyNamed={checklistText.copyCommand(command)}
            />
          ))}
        </div>
      )}
    </>
  );
}
