import { useState } from 'react';
import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import type { ChosenOptions } from '../../../shared/checklists/listCase.ts';
import { namedChoiceWords, type DeviceChoice } from '../../../shared/devices/deviceChoice.ts';
import { withoutAffixes } from '../../../shared/scans/withoutAffixes.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { goTo } from '../../app/navigation.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { checklistsText } from '../../text/checklists.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { OptionFields } from './OptionFields.tsx';
import { forDevices, TemplateSelect } from './TemplateSelect.tsx';

interface StartChecklistDialogProps {
  readonly tenantId: string;
  /** Where it is known: nothing is asked about it then. */
  readonly deviceId?: string;
  readonly onClose: () => void;
}

/** Which device, and which checklist. */
export function StartChecklistDialog({ tenantId, deviceId, onClose }: StartChecklistDialogProps) {
  const client = useClient();
  const { settings } = useWorkspace();
  const start = useCommand('checklists.start', { showsFailure: true });
  const templates = useProcedure('checklists.templates', {}, ['checklists.changed']);
  const [serialNumber, setSerialNumber] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [alike, setAlike] = useState<readonly DeviceChoice[]>([]);
  const [meant, setMeant] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [options, setOptions] = useState<ChosenOptions>({});
  const proposal = useProcedure('checklists.proposal', deviceId === undefined ? null : { deviceId }, []);
  const others = useProcedure('checklists.list', deviceId === undefined ? null : { deviceId, limit: 1 }, []);
  const isFirst = others.state === 'ready' && others.value.total === 0;
  const proposed = proposal.state === 'ready' ? proposal.value.templateId : null;
  const offered = templates.state === 'ready' ? forDevices(templates.value.templates) : [];
  const templateId = chosen ?? proposed ?? offered[0]?.id ?? null;

  /** Null where the serial number does not lead to one device; why is shown beside it. */
  async function findDevice(): Promise<string | null> {
    if (meant !== null) return meant;
    if (serialNumber.trim() === '') {
      setProblem(checklistsText.serialMissing);
      return null;
    }
    const found = await client.call('scans.find', { text: withoutAffixes(serialNumber.trim(), settings), tenantId });
    if (!found.ok) {
      setProblem(found.error.message);
      return null;
    }
    const { choices, isCertain } = found.value;
    const [choice] = choices;
    if (choice === undefined) setProblem(checklistsText.notInQueue);
    if (isCertain) return choice?.device.id ?? null;
    setAlike(choices);
    return null;
  }

  /** What the scenario of the device asks for, else the first: a scanner may be quicker than the list, and loses nothing. */
  async function templateFor(wantedDevice: string): Promise<string | null> {
    const asked = await client.call('checklists.proposal', { deviceId: wantedDevice });
    if (asked.ok && asked.value.templateId !== null) return asked.value.templateId;
    const first = await client.call('checklists.templates', {});
    if (first.ok) return first.value.templates[0]?.id ?? null;
    setProblem(first.error.message);
    return null;
  }

  async function submit(): Promise<void> {
    const wantedDevice = deviceId ?? (await findDevice());
    if (wantedDevice === null) return;
    const wanted = chosen ?? (await templateFor(wantedDevice));
    if (wanted === null) return;
    const outcome = await start.run({ deviceId: wantedDevice, templateId: wanted, options });
    if (!outcome.ok) return;
    // The page of a device shows its newest checklist itself.
    if (isFirst) onClose();
    else goTo({ page: 'checklist', id: outcome.value.id });
  }

  return (
    <ConfirmDialog
      title={checklistsText.start}
      confirm={checklistsText.startConfirm}
      isComplete={deviceId !== undefined}
      running={start.running}
      failure={start.failure}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      {deviceId === undefined && (
        <Field
          label={checklistsText.serialNumber}
          hint={checklistsText.serialHint}
          required
          {...(problem !== null && { validationMessage: problem })}
        >
          <Input
            size="large"
            value={serialNumber}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => {
              setSerialNumber(value);
              setProblem(null);
              setAlike([]);
              setMeant(null);
            }}
          />
        </Field>
      )}
      {alike.length > 0 && (
        <Field label={checklistsText.whichOne} hint={checklistsText.whichOneHint} required>
          <RadioGroup value={meant ?? ''} onChange={(_, { value }) => setMeant(value)}>
            {alike.map((choice) => (
              <Radio key={choice.device.id} value={choice.device.id} label={namedChoiceWords(choice)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field label={checklistsText.template}>
        <TemplateSelect templates={offered} chosen={templateId} onChoose={setChosen} />
      </Field>
      <OptionFields
        options={{ windows: options.windows ?? null, network: options.network ?? null }}
        onChange={(change) => setOptions({ ...options, ...change })}
      />
    </ConfirmDialog>
  );
}
