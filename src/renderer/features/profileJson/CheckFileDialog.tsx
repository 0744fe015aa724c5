import { useRef, useState } from 'react';
import { Button, Field, mergeClasses, Select, Text } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { profileJsonText as text } from '../../text/profileJson.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { useDropZoneStyles } from '../../ui/dropZone.styles.ts';
import { useDropZone } from '../../ui/useDropZone.ts';
import { CheckedFile } from './CheckedFile.tsx';
import { useCheckFile } from './useCheckFile.ts';

/** A file from anywhere, checked where it is dropped; it needs neither a customer nor a network. */
export function CheckFileDialog({ onClose }: { readonly onClose: () => void }) {
  const dropZone = useDropZoneStyles();
  const listed = useProcedure('tenants.list', {}, ['tenants.changed']);
  const tenants = listed.state === 'ready' ? listed.value.tenants : [];
  const { checked, check } = useCheckFile();
  const [file, setFile] = useState<File | null>(null);
  const [tenantId, setTenantId] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { isOver, zone } = useDropZone(({ files }) => take(files[0]));
  const named = (id: string): TenantView | null => tenants.find((tenant) => tenant.id === id) ?? null;

  function take(given: File | undefined): void {
    if (given === undefined) return;
    setFile(given);
    void check(given, named(tenantId));
  }

  function compareWith(id: string): void {
    setTenantId(id);
    if (file !== null) void check(file, named(id));
  }

  return (
    <DialogFrame
      title={text.checkTitle}
      size="wide"
      actions={
        <Button size="large" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      <Text>{text.checkSentence}</Text>
      <div className={mergeClasses(dropZone.zone, isOver && dropZone.over)} {...zone}>
        <Button size="large" appearance="primary" icon={<DocumentAddRegular />} onClick={() => input.current?.click()}>
          {text.choose}
        </Button>
        <Text>{isOver ? text.dropNow : text.drop}</Text>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text.choose}
          onChange={({ currentTarget }) => {
            take(currentTarget.files?.[0]);
            // The same file can be chosen again after it was mended.
            currentTarget.value = '';
          }}
        />
      </div>
      {tenants.length > 0 && (
        <Field label={text.compareWith} hint={text.compareHint}>
          <Select size="large" value={tenantId} onChange={(_, { value }) => compareWith(value)}>
            <option value="">{text.nobody}</option>
            {tenants.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {checked.state === 'working' && <Text role="status">{commonText.workingOn}</Text>}
      {checked.state === 'failed' && <ProblemBar failure={checked.failure} />}
      {checked.state === 'done' && <CheckedFile report={checked.report} notAsked={checked.notAsked} />}
    </DialogFrame>
  );
}
