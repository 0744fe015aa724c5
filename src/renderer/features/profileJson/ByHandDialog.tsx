import { useState } from 'react';
import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { isDomain, isGuid } from '../../../shared/profileJson/checkValues.ts';
import { bitsForUsers, hasBit } from '../../../shared/profileJson/oobeBits.ts';
import { PROFILE_FILE_VERSION, type ProfileFile } from '../../../shared/profileJson/profileFile.ts';
import { useClient } from '../../api/clientContext.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { profileJsonText as text } from '../../text/profileJson.ts';
import { MadeFile } from './MadeFile.tsx';
import { SaveFileDialog } from './SaveFileDialog.tsx';

const useStyles = makeStyles({
  bits: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))',
    margin: 0,
    padding: 0,
    border: 'none',
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS },
});

/** Microsoft's example: privacy, the maker's registration and the license terms are not shown. */
const EXAMPLE_OOBE = 28;
const JOIN_TYPES = ['entra', 'hybrid'] as const;

/** Makes a file of what a person enters, for a tenant that Reseal is not connected to. */
export function ByHandDialog({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const client = useClient();
  const [entered, setEntered] = useState<ProfileFile>(() => ({
    version: PROFILE_FILE_VERSION,
    tenantId: '',
    tenantDomain: '',
    joinType: 'entra',
    oobe: EXAMPLE_OOBE,
    isForced: true,
    correlationId: crypto.randomUUID(),
    deviceName: null,
    language: null,
    region: null,
    skipsConnectivityCheck: false,
    hasUpdatesOff: false,
    comment: null,
  }));
  const change = (changed: Partial<ProfileFile>) => setEntered({ ...entered, ...changed });
  const isWhole = isGuid(entered.tenantId) && isDomain(entered.tenantDomain);
  const reading = useProcedure('profileJson.makeByHand', isWhole ? { values: entered } : null, []);
  const optional = (value: string): string | null => (value.trim() === '' ? null : value.trim());

  return (
    <SaveFileDialog
      title={text.byHandTitle}
      isWhole={isWhole}
      make={() => client.call('profileJson.makeByHand', { values: entered })}
      onClose={onClose}
    >
      <TextField
        label={text.tenantId}
        hint={text.tenantIdHint}
        value={entered.tenantId}
        onChange={(value) => change({ tenantId: value.trim() })}
      />
      <TextField
        label={text.tenantDomain}
        hint={text.tenantDomainHint}
        value={entered.tenantDomain}
        onChange={(value) => change({ tenantDomain: value.trim() })}
      />
      <Field label={text.joinType}>
        <RadioGroup
          value={entered.joinType}
          onChange={(_, { value }) =>
            change({ joinType: JOIN_TYPES.find((one) => one === value) ?? 'entra', skipsConnectivityCheck: false })
          }
        >
          {JOIN_TYPES.map((one) => (
            <Radio key={one} value={one} label={text.joinTypes[one]} />
          ))}
        </RadioGroup>
      </Field>
      {entered.joinType === 'hybrid' && (
        <Checkbox
          size="large"
          label={text.skipsConnectivityCheck}
          checked={entered.skipsConnectivityCheck}
          onChange={(_, { checked }) => change({ skipsConnectivityCheck: checked === true })}
        />
      )}
      <Checkbox
        size="large"
        label={text.isForced}
        checked={entered.isForced}
        onChange={(_, { checked }) => change({ isForced: checked === true })}
      />
      <fieldset className={styles.bits}>
        <legend className={styles.legend}>{text.settings}</legend>
        {bitsForUsers.map(({ bit, effect }) => (
          <Checkbox
            key={bit}
            size="large"
            label={effect}
            checked={hasBit(entered.oobe, bit)}
            onChange={(_, { checked }) => change({ oobe: entered.oobe + (checked === true ? bit : -bit) })}
          />
        ))}
      </fieldset>
      <TextField
        label={text.deviceName}
        hint={text.deviceNameHint}
        value={entered.deviceName ?? ''}
        onChange={(value) => change({ deviceName: optional(value) })}
      />
      <TextField
        label={text.language}
        hint={text.languageHint}
        value={entered.language ?? ''}
        onChange={(value) => change({ language: optional(value), region: optional(value) })}
      />
      <TextField
        label={text.comment}
        value={entered.comment ?? ''}
        onChange={(value) => change({ comment: value === '' ? null : value })}
      />
      {isWhole && <MadeFile reading={reading} />}
    </SaveFileDialog>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ label, hint = '', value, onChange }: TextFieldProps) {
  return (
    <Field label={label} hint={hint}>
      <Input
        size="large"
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, typed) => onChange(typed.value)}
      />
    </Field>
  );
}
