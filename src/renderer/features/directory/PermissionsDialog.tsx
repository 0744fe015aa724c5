import { useState } from 'react';
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { permissionFindingWords, workflowWords } from '../../../shared/directory/permissionWords.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { permissionText } from '../../text/tenants.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { StatusShape, type Shape } from '../../ui/StatusShape.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  check: {
    alignItems: 'start',
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
  },
  words: { display: 'grid' },
  ask: { justifySelf: 'start', marginTop: tokens.spacingVerticalXS },
  sentence: { color: tokens.colorNeutralForeground2 },
});

interface PermissionsDialogProps {
  readonly tenant: TenantView;
  /** Leads to a sign-in that asks for one more permission. */
  readonly onAsk: (permission: string) => void;
  readonly onClose: () => void;
}

/** What the signed-in account may do in the tenant, tried out with harmless reads. */
export function PermissionsDialog({ tenant, onAsk, onClose }: PermissionsDialogProps) {
  const [round, setRound] = useState(1);
  return (
    <DialogFrame
      title={permissionText.title(tenant.name)}
      size="wide"
      actions={
        <>
          <Button size="large" onClick={() => setRound(round + 1)}>
            {permissionText.again}
          </Button>
          <Button size="large" appearance="primary" onClick={onClose}>
            {commonText.close}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <Checks key={round} tenant={tenant} onAsk={onAsk} />
    </DialogFrame>
  );
}

const shapes = {
  works: 'done',
  unproven: 'open',
  notGranted: 'failed',
  refused: 'failed',
} as const satisfies Record<keyof typeof permissionText.states, Shape>;

/** What somebody has to mend stands first. */
const order = ['notGranted', 'refused', 'unproven', 'works'] as const satisfies readonly (keyof typeof shapes)[];

function Checks({ tenant, onAsk }: Pick<PermissionsDialogProps, 'tenant' | 'onAsk'>) {
  const styles = useStyles();
  const reading = useProcedure('directory.checkPermissions', { id: tenant.id }, []);
  if (reading.state === 'loading') return <Spinner label={permissionText.asking} labelPosition="after" />;
  if (reading.state === 'failed') return <ProblemBar failure={reading.failure} />;
  const { checks } = reading.value;
  const missing = checks.filter(({ state }) => state === 'notGranted' || state === 'refused').length;
  return (
    <>
      <Text weight="semibold" role="status">
        {missing === 0 ? permissionText.all : permissionText.some(missing)}
      </Text>
      {/* Longer than a small window: the arrow keys scroll what has the focus. */}
      <ul className={styles.list} aria-label={permissionText.title(tenant.name)} tabIndex={0}>
        {[...checks]
          .sort((left, right) => order.indexOf(left.state) - order.indexOf(right.state))
          .map(({ purpose, state, permission, finding }) => (
            <li key={purpose} className={styles.check}>
              <StatusShape shape={shapes[state]} size="large" />
              <span className={styles.words}>
                <Text weight="semibold">
                  {workflowWords[purpose]}: {permissionText.states[state]}
                </Text>
                <Text className={styles.sentence}>{permissionFindingWords(finding)}</Text>
                <Text font="monospace" size={200} className={styles.sentence}>
                  {permission}
                </Text>
                {state === 'notGranted' && tenant.signIn.by === 'person' && (
                  <Button
                    className={styles.ask}
                    aria-label={permissionText.askFor(permission)}
                    onClick={() => onAsk(permission)}
                  >
                    {permissionText.ask}
                  </Button>
                )}
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}
