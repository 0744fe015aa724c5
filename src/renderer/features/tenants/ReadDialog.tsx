import type { ReactNode } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { Failure } from '../../../shared/outcome/outcome.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import type { ProcedureReading } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { readText } from '../../text/tenants.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { reachable } from './reachable.ts';

interface ReadDialogProps<Value> {
  readonly tenant: TenantView;
  readonly title: string;
  /** What is shown here, above all else. */
  readonly sentence?: string;
  /** What was read last, as Reseal keeps it. */
  readonly reading: ProcedureReading<Value>;
  /** About as many lines as it will fill. */
  readonly lines?: number;
  /** Reads it anew from Microsoft. */
  readonly read: { readonly running: boolean; readonly failure: Failure | null; readonly run: () => void };
  /** Buttons besides closing and reading. */
  readonly besides?: ReactNode;
  readonly onClose: () => void;
  readonly children: (value: Value) => ReactNode;
}

/** Something of a tenant as it was read last; read anew when a person says so. */
export function ReadDialog<Value>(props: ReadDialogProps<Value>) {
  const { tenant, title, sentence, reading, lines = 4, read, besides, onClose, children } = props;
  const isReachable = reachable(tenant);
  return (
    <DialogFrame
      title={title}
      size="table"
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.close}
          </Button>
          {besides}
          <Button
            size="large"
            appearance="primary"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={read.running || isReachable !== true}
            onClick={read.run}
          >
            {read.running ? commonText.workingOn : readText.read}
          </Button>
        </>
      }
      onClose={onClose}
    >
      {sentence !== undefined && <Text>{sentence}</Text>}
      {read.failure !== null && <ProblemBar failure={read.failure} />}
      {isReachable !== true && <Text>{isReachable}</Text>}
      <Loaded reading={reading} lines={lines}>
        {children}
      </Loaded>
    </DialogFrame>
  );
}
