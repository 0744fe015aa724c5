import { useEffect, useId, useState } from 'react';
import { Button, Field, Input, Text } from '@fluentui/react-components';
import { isDomain, isGuid } from '../../../shared/profileJson/checkValues.ts';
import { unsuitableFor, unsuitableRemedy, unsuitableWords } from '../../../shared/profileJson/unsuitable.ts';
import type { TenantProfile } from '../../../shared/profiles/tenantProfile.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { profileJsonText as text } from '../../text/profileJson.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { reachable } from '../tenants/reachable.ts';
import { MadeFile } from './MadeFile.tsx';
import { SaveFileDialog } from './SaveFileDialog.tsx';

interface MakeFileDialogProps {
  readonly tenant: TenantView;
  readonly profile: TenantProfile;
  readonly onClose: () => void;
}

/** Makes the file of a profile: shows what it will say, and saves it. Why there can be none is said instead. */
export function MakeFileDialog(props: MakeFileDialogProps) {
  const { profile, onClose } = props;
  const reason = unsuitableFor(profile);
  if (reason === null) return <MakeForm {...props} />;
  const message = `${text.notPossible}. ${unsuitableWords(reason)}`;
  return (
    <DialogFrame
      title={text.makeTitle(profile.name)}
      actions={
        <Button size="large" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      <ProblemBar failure={{ code: 'blocked', message, remedy: unsuitableRemedy(reason) }} />
    </DialogFrame>
  );
}

function MakeForm({ tenant, profile, onClose }: MakeFileDialogProps) {
  const client = useClient();
  const listId = useId();
  const { run: readOrganization, running, failure } = useCommand('profileJson.organization', { showsFailure: true });
  const [directoryId, setDirectoryId] = useState(tenant.directoryId ?? '');
  const [tenantDomain, setTenantDomain] = useState('');
  const [domains, setDomains] = useState<readonly string[]>([]);
  const isReachable = reachable(tenant);

  useEffect(() => {
    if (isReachable !== true) return;
    void readOrganization({ tenantId: tenant.id }).then((outcome) => {
      if (!outcome.ok) return;
      const names = outcome.value.domains.map(({ name }) => name);
      setDomains(names);
      // What somebody has typed meanwhile stays.
      setDirectoryId((typed) => (typed === '' ? outcome.value.directoryId : typed));
      setTenantDomain((typed) => (typed === '' ? (names[0] ?? '') : typed));
    });
  }, [isReachable, readOrganization, tenant.id]);

  const isWhole = isGuid(directoryId.trim()) && isDomain(tenantDomain.trim());
  const input = { tenantId: tenant.id, profileId: profile.id, directoryId: directoryId.trim(), tenantDomain };
  const reading = useProcedure('profileJson.make', isWhole ? input : null, ['tenants.changed']);

  return (
    <SaveFileDialog
      title={text.makeTitle(profile.name)}
      isWhole={isWhole}
      make={() => client.call('profileJson.make', input)}
      onClose={onClose}
    >
      {running && <Text role="status">{text.readingOrganization}</Text>}
      {isReachable !== true && <Text>{isReachable}</Text>}
      {failure !== null && <ProblemBar failure={failure} />}
      <Field label={text.tenantId} hint={text.tenantIdHint}>
        <Input
          size="large"
          value={directoryId}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setDirectoryId(value)}
        />
      </Field>
      <Field label={text.tenantDomain} hint={text.tenantDomainHint}>
        <Input
          size="large"
          value={tenantDomain}
          list={listId}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setTenantDomain(value)}
        />
      </Field>
      <datalist id={listId}>
        {domains.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {isWhole && <MadeFile reading={reading} />}
    </SaveFileDialog>
  );
}
