import { useState } from 'react';
import { Checkbox, Field, Input, makeStyles, Select, Switch, Textarea, tokens } from '@fluentui/react-components';
import { checklistRole } from '../../../../shared/checklists/checklist.ts';
import { hintsOf, linesOf, linesOfHints, type StepDraft } from '../../../../shared/checklists/editChecklist.ts';
import { evidenceCode } from '../../../../shared/checklists/evidence.ts';
import { evidenceWords } from '../../../../shared/checklists/evidenceWords.ts';
import { ownChecklistsText as text } from '../../../text/ownChecklists.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';

const useStyles = makeStyles({
  roles: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  commands: { '& textarea': { fontFamily: tokens.fontFamilyMonospace } },
});

const needs = ['required', 'optional', 'conditional'] as const;
const NO_EVIDENCE = '';

interface StepDialogProps {
  readonly title: string;
  readonly step: StepDraft;
  readonly running: boolean;
  readonly onConfirm: (step: StepDraft) => void;
  readonly onClose: () => void;
}

/** What a step says, who does it, and what ticks it. */
export function StepDialog({ title, step, running, onConfirm, onClose }: StepDialogProps) {
  const styles = useStyles();
  const [draft, setDraft] = useState<StepDraft>(step);
  const [hints, setHints] = useState(() => linesOfHints(step.hints));
  const [commands, setCommands] = useState(() => step.commands.join('\n'));
  const change = (part: Partial<StepDraft>) => setDraft({ ...draft, ...part });
  const isWhole =
    [draft.title, draft.where, draft.doneWhen].every((part) => part.trim() !== '') &&
    draft.who.length > 0 &&
    (draft.need !== 'conditional' || (draft.condition ?? '').trim() !== '');

  return (
    <ConfirmDialog
      title={title}
      confirm={text.saveStep}
      disabled={!isWhole}
      running={running}
      onConfirm={() =>
        onConfirm({
          ...pick(draft),
          condition: draft.need === 'conditional' ? draft.condition : null,
          hints: hintsOf(hints, step.hints),
          commands: linesOf(commands),
        })
      }
      onClose={onClose}
    >
      <Field label={text.stepTitle} hint={text.stepTitleHint} required>
        <Input size="large" value={draft.title} maxLength={200} onChange={(_, { value }) => change({ title: value })} />
      </Field>
      <Field label={text.where} required>
        <Input size="large" value={draft.where} maxLength={600} onChange={(_, { value }) => change({ where: value })} />
      </Field>
      <Field label={text.doneWhen} required>
        <Textarea value={draft.doneWhen} onChange={(_, { value }) => change({ doneWhen: value })} />
      </Field>
      <div role="group" aria-label={text.who} className={styles.roles}>
        {checklistRole.options.map((role) => (
          <Checkbox
            key={role}
            size="large"
            label={text.roles[role]}
            checked={draft.who.includes(role)}
            onChange={(_, { checked }) =>
              change({ who: checked === true ? [...draft.who, role] : draft.who.filter((one) => one !== role) })
            }
          />
        ))}
      </div>
      <Field label={text.need}>
        <Select
          size="large"
          value={draft.need}
          onChange={(_, { value }) => change({ need: needs.find((one) => one === value) ?? 'required' })}
        >
          {needs.map((need) => (
            <option key={need} value={need}>
              {text.needs[need]}
            </option>
          ))}
        </Select>
      </Field>
      {draft.need === 'conditional' && (
        <Field label={text.condition} required>
          <Input size="large" value={draft.condition ?? ''} onChange={(_, { value }) => change({ condition: value })} />
        </Field>
      )}
      <Field label={text.hints}>
        <Textarea value={hints} resize="vertical" onChange={(_, { value }) => setHints(value)} />
      </Field>
      <Field label={text.commands}>
        <Textarea
          className={styles.commands}
          value={commands}
          resize="vertical"
          onChange={(_, { value }) => setCommands(value)}
        />
      </Field>
      <Field label={text.evidence}>
        <Select
          size="large"
          value={draft.evidence ?? NO_EVIDENCE}
          onChange={(_, { value }) => change({ evidence: evidenceCode.options.find((code) => code === value) ?? null })}
        >
          <option value={NO_EVIDENCE}>{text.noEvidence}</option>
          {evidenceCode.options.map((code) => (
            <option key={code} value={code}>
              {evidenceWords[code]}
            </option>
          ))}
        </Select>
      </Field>
      <Switch checked={draft.isGate} label={text.gate} onChange={(_, { checked }) => change({ isGate: checked })} />
    </ConfirmDialog>
  );
}

/** Without what else the step is: it was opened as a whole. */
function pick({
  title,
  need,
  condition,
  who,
  where,
  doneWhen,
  hints,
  commands,
  evidence,
  isGate,
}: StepDraft): StepDraft {
  return { title, need, condition, who, where, doneWhen, hints, commands, evidence, isGate };
}
