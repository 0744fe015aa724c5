import { useState } from 'react';
import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useActs } from '../../acts/actsContext.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { manyChecklistsText as text } from '../../text/collect.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { forDevices, TemplateSelect } from './TemplateSelect.tsx';
import { useNotify } from '../../ui/notify.ts';

type What = keyof typeof text.choices;
const WHATS: readonly What[] = ['start', 'print', 'tick'];

interface ManyChecklistsDialogProps {
  readonly deviceIds: readonly string[];
  readonly onClose: () => void;
}

/** The checklists of several devices: started, printed as one document, or a step ticked on all. */
export function ManyChecklistsDialog({ deviceIds, onClose }: ManyChecklistsDialogProps) {
  const { tools } = useActs();
  const notify = useNotify();
  const templates = useProcedure('checklists.templates', {}, ['checklists.changed']);
  const start = useCommand('checklists.startMany', { showsFailure: true });
  const mark = useCommand('checklists.markMany', { showsFailure: true });
  const [what, setWhat] = useState<What>('start');
  const [chosen, setChosen] = useState<string | null>(null);
  const [step, setStep] = useState<string | null>(null);
  const options = templates.state === 'ready' ? forDevices(templates.value.templates) : [];
  const template = options.find(({ id }) => id === chosen) ?? options[0];
  const steps = template?.blocks.filter(({ scope }) => scope === 'device').flatMap(({ items }) => items) ?? [];
  const itemId = steps.find(({ id }) => id === step)?.id ?? steps[0]?.id;

  async function confirm(): Promise<void> {
    if (template === undefined) return;
    const of = { deviceIds: [...deviceIds], templateId: template.id };
    if (what === 'print') {
      onClose();
      await tools.makePaper(
        (withCodes) => tools.client.call('checklists.documents', { ...of, withCodes }),
        (file) => {
          saveDocument(file);
          notify.done(text.saved(deviceIds.length));
        },
      );
      return;
    }
    if (what === 'start') {
      const outcome = await start.run(of);
      if (!outcome.ok) return;
      notify.done(text.started(outcome.value.started, outcome.value.had));
    } else if (itemId !== undefined) {
      const outcome = await mark.run({ ...of, itemId, state: 'done' });
      if (!outcome.ok) return;
      notify.done(text.ticked(outcome.value));
    }
    onClose();
  }

  return (
    <ConfirmDialog
      title={text.title(deviceIds.length)}
      confirm={text.confirm[what]}
      disabled={template === undefined}
      running={start.running || mark.running}
      failure={start.failure ?? mark.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field label={text.template}>
        <TemplateSelect templates={options} chosen={template?.id ?? null} onChoose={setChosen} />
      </Field>
      <Field label={text.what}>
        <RadioGroup value={what} onChange={(_, { value }) => setWhat(WHATS.find((one) => one === value) ?? 'start')}>
          {WHATS.map((one) => (
            <Radio key={one} value={one} label={text.choices[one]} />
          ))}
        </RadioGroup>
      </Field>
      {what === 'tick' && (
        <Field label={text.step}>
          <Select size="large" value={itemId ?? ''} onChange={(_, { value }) => setStep(value)}>
            {steps.map(({ id, title }) => (
              <option key={id} value={id}>
                {`${id} ${title}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </ConfirmDialog>
  );
}
