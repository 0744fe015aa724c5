import { useState, type KeyboardEvent } from 'react';
import {
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { DirectoryUser } from '../../../shared/directory/directoryUser.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { assignmentText } from '../../text/assignment.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useSettled } from '../../ui/useSettled.ts';
import { useTellQueued } from '../../acts/useTellQueued.ts';
import { SparingChoice } from './SparingChoice.tsx';

/** Long enough that a search does not start with every letter. */
const SETTLE_MS = 250;

const useStyles = makeStyles({
  search: { maxWidth: 'none' },
  results: { minHeight: '160px', maxHeight: '280px', overflowY: 'auto' },
  mail: { color: tokens.colorNeutralForeground2 },
});

interface AssignUserDialogProps {
  readonly tenantId: string;
  readonly deviceIds: readonly string[];
  readonly onClose: () => void;
}

/** Finds a person in the tenant's directory and assigns the devices to them. A whole address works without a search. */
export function AssignUserDialog({ tenantId, deviceIds, onClose }: AssignUserDialogProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  /** Devices that were left out because Windows ignores a user there: a second press insists. */
  const [kiosks, setKiosks] = useState(0);
  const [chosen, setChosen] = useState<DirectoryUser | null>(null);
  const [overwrites, setOverwrites] = useState(false);
  const search = useSettled(text.trim(), SETTLE_MS);
  const found = useProcedure('directory.searchUsers', search === '' ? null : { tenantId, search }, []);
  const assign = useCommand('assignment.assignUser', { showsFailure: true });
  const tellQueued = useTellQueued();
  const userPrincipalName = chosen?.userPrincipalName ?? (text.includes('@') ? text.trim() : '');

  /** Arrows go through the people found; Enter takes the first of them, and once more assigns. */
  function choose(event: KeyboardEvent): void {
    const users = found.state === 'ready' && found.input.search === text.trim() ? found.value.users : [];
    const at = users.findIndex(({ id }) => id === chosen?.id);
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const next = event.key === 'Enter' && userPrincipalName === '' ? 0 : steps[event.key];
    const user = next === undefined ? undefined : users[Math.max(0, Math.min(next, users.length - 1))];
    if (user === undefined) return;
    event.preventDefault();
    setChosen(user);
  }

  async function confirm(): Promise<void> {
    const outcome = await assign.run({
      deviceIds: [...deviceIds],
      userPrincipalName,
      ...(chosen === null ? {} : { displayName: chosen.displayName }),
      insists: kiosks > 0,
      overwrites: overwrites || deviceIds.length === 1,
    });
    if (!outcome.ok) return;
    const { refused } = outcome.value;
    const ignored = refused.filter(({ refusal }) => refusal.code === 'assignment.userIgnored').length;
    if (ignored > 0) {
      setKiosks(ignored);
      return;
    }
    tellQueued(outcome.value);
    onClose();
  }

  return (
    <ConfirmDialog
      title={assignmentText.assignTitle(deviceIds.length)}
      confirm={kiosks > 0 ? assignmentText.insist : assignmentText.assign}
      disabled={userPrincipalName === ''}
      running={assign.running}
      failure={assign.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {kiosks > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{assignmentText.kiosksLeftOut(kiosks)}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={assignmentText.directory}>
        <SearchBox
          className={styles.search}
          size="large"
          autoFocus
          value={text}
          onChange={(_, { value }) => {
            setText(value);
            setChosen(null);
          }}
          onKeyDown={choose}
        />
      </Field>
      <div className={styles.results}>
        {search === '' ? (
          <Text>{assignmentText.directoryHint}</Text>
        ) : (
          <Loaded reading={found}>
            {({ users }) =>
              users.length === 0 ? (
                <Text role="status">{assignmentText.directoryNone}</Text>
              ) : (
                <RadioGroup
                  aria-label={assignmentText.directoryResults}
                  value={chosen?.id ?? ''}
                  onChange={(_, { value }) => setChosen(users.find((user) => user.id === value) ?? null)}
                >
                  {users.map((user) => (
                    <Radio
                      key={user.id}
                      value={user.id}
                      label={
                        <>
                          <Text block weight="semibold">
                            {user.displayName}
                          </Text>
                          <Text block size={200} className={styles.mail}>
                            {[user.userPrincipalName, ...remarksOn(user)].join(' · ')}
                          </Text>
                        </>
                      }
                    />
                  ))}
                </RadioGroup>
              )
            }
          </Loaded>
        )}
      </div>
      <SparingChoice
        deviceIds={deviceIds}
        field="assignedUser"
        value={userPrincipalName}
        overwrites={overwrites}
        onChange={setOverwrites}
      />
    </ConfirmDialog>
  );
}

/** Why the person may not be able to sign in at the first start. */
function remarksOn(user: DirectoryUser): string[] {
  return [
    ...(user.enabled === false ? [assignmentText.disabled] : []),
    ...(user.licensed === false ? [assignmentText.unlicensed] : []),
  ];
}
