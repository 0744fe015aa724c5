import { useRef, useState } from 'react';
import { Button, Checkbox, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { additionPurpose, type AdditionAnswer } from '../../../../shared/devices/addition.ts';
import { additionSentence, purposeTitles } from '../../../../shared/devices/additionWords.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { addDeviceText } from '../../../text/addDevice.ts';
import { commonText } from '../../../text/common.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { ProblemBar } from '../../../ui/ProblemBar.tsx';
import { Serial } from '../../../ui/Serial.tsx';
import { additionOf, emptyForm, firstMissing, neededFields, nextForm, type TextField } from './addDeviceForm.ts';

const moreFields = ['productKeyId', 'groupTag', 'assignedUser', 'purchaseOrder'] as const;

const useStyles = makeStyles({
  answer: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  more: { display: 'grid', gap: tokens.spacingVerticalL },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0`, fontWeight: tokens.fontWeightSemibold },
  added: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
});

interface AddDeviceDialogProps {
  readonly tenant: TenantView;
  /** From a scan; empty for none. */
  readonly serialNumber?: string;
  readonly onClose: () => void;
}

/** One device after another, scanned or typed: what they have in common stays, and Enter adds the next. */
export function AddDeviceDialog({ tenant, serialNumber = '', onClose }: AddDeviceDialogProps) {
  const styles = useStyles();
  const { settings } = useWorkspace();
  const add = useCommand('devices.add', { showsFailure: true });
  const [form, setForm] = useState({ ...emptyForm, serialNumber });
  const [isTried, setIsTried] = useState(false);
  const [acceptsDoubts, setAcceptsDoubts] = useState(false);
  const [answer, setAnswer] = useState<AdditionAnswer | null>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const inputs = useRef<Partial<Record<TextField, HTMLInputElement | null>>>({});

  async function submit(): Promise<void> {
    if (add.running) return;
    // A scanner ends a serial number with Enter: what is still missing is asked for then.
    const missing = firstMissing(form);
    if (missing !== undefined) {
      setIsTried(form.serialNumber.trim() === '' || isTried);
      inputs.current[missing]?.focus();
      return;
    }
    const outcome = await add.run(additionOf(form, tenant.id, settings, acceptsDoubts));
    if (!outcome.ok) return;
    setAnswer(outcome.value);
    setAcceptsDoubts(false);
    inputs.current.serialNumber?.focus();
    inputs.current.serialNumber?.select();
    if (outcome.value.outcome !== 'added') return;
    const { serialNumber: isNow, id } = outcome.value.device;
    setAdded([...added, isNow ?? id]);
    setForm(nextForm(form));
    setIsTried(false);
  }

  const inputFor = (field: TextField) => {
    const isNeeded = neededFields.some((needed) => needed === field);
    const isMissing = isTried && isNeeded && form[field].trim() === '';
    return (
      <Field
        key={field}
        label={addDeviceText[field]}
        required={isNeeded}
        {...(isMissing ? { validationMessage: addDeviceText.missing } : {})}
      >
        <Input
          size="large"
          value={form[field]}
          autoComplete="off"
          spellCheck={false}
          input={{ ref: (element) => void (inputs.current[field] = element) }}
          onChange={(_, { value }) => setForm({ ...form, [field]: value })}
        />
      </Field>
    );
  };

  return (
    <DialogFrame
      title={addDeviceText.title(tenant.name)}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.close}
          </Button>
          <Button size="large" type="submit" appearance="primary" disabledFocusable={add.running}>
            {addDeviceText.confirm}
          </Button>
        </>
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text>{addDeviceText.sentence}</Text>
      {neededFields.map(inputFor)}
      <Field label={addDeviceText.purpose}>
        <Select size="large" value={form.purpose} onChange={(_, { value }) => setForm({ ...form, purpose: value })}>
          <option value="">{addDeviceText.byItself}</option>
          {additionPurpose.options.map((purpose) => (
            <option key={purpose} value={purpose}>
              {purposeTitles[purpose]}
            </option>
          ))}
        </Select>
      </Field>
      <details>
        <summary className={styles.summary}>{addDeviceText.more}</summary>
        <div className={styles.more}>{moreFields.map(inputFor)}</div>
      </details>
      <div className={styles.answer}>
        <Text role="status" weight="semibold">
          {answer === null ? '' : additionSentence(answer)}
        </Text>
        {answer?.outcome === 'inQueue' && (
          <LinkButton to={{ page: 'device', id: answer.device.id }}>{addDeviceText.show}</LinkButton>
        )}
        {answer?.outcome === 'refused' && answer.mayBeAccepted && (
          <Checkbox
            size="large"
            label={addDeviceText.accept}
            checked={acceptsDoubts}
            onChange={(_, { checked }) => setAcceptsDoubts(checked === true)}
          />
        )}
      </div>
      {added.length > 0 && (
        <ul className={styles.added} aria-label={addDeviceText.added}>
          {added.map((name) => (
            <li key={name}>
              <Serial>{name}</Serial>
            </li>
          ))}
        </ul>
      )}
      {add.failure !== null && <ProblemBar failure={add.failure} />}
    </DialogFrame>
  );
}
