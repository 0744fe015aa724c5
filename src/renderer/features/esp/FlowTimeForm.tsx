import { useState } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { USUAL_TIMEOUT_MINUTES } from '../../../shared/esp/espFinding.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { espText } from '../../text/esp.ts';
import { useNotify } from '../../ui/notify.ts';

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  minutes: { width: '120px' },
});

interface FlowTimeFormProps {
  readonly tenantId: string;
  readonly present: number | null;
}

/** How long a technician flow of the tenant may take where no status page tells it. */
export function FlowTimeForm({ tenantId, present }: FlowTimeFormProps) {
  const styles = useStyles();
  const notify = useNotify();
  const set = useCommand('esp.setFlowMinutes');
  const [typed, setTyped] = useState(present === null ? '' : String(present));
  const minutes = readMinutes(typed);

  async function save(): Promise<void> {
    if (minutes === 'wrong') return;
    const outcome = await set.run({ tenantId, flowMinutes: minutes });
    if (outcome.ok) notify.done(espText.timeSaved);
  }

  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={espText.time}
        hint={espText.timeHint(USUAL_TIMEOUT_MINUTES)}
        {...(minutes === 'wrong' && { validationMessage: espText.timeWrong })}
      >
        <div className={styles.line}>
          <Input
            size="large"
            className={styles.minutes}
            aria-label={espText.time}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(_, { value }) => setTyped(value)}
          />
          <Button
            size="large"
            type="submit"
            disabledFocusable={set.running || minutes === 'wrong' || minutes === present}
          >
            {set.running ? commonText.workingOn : espText.saveTime}
          </Button>
        </div>
      </Field>
    </form>
  );
}

/** Null where nothing is typed: as is usual. */
function readMinutes(typed: string): number | 'wrong' | null {
  const text = typed.trim();
  if (text === '') return null;
  const minutes = Number(text);
  return /^\d{1,4}$/.test(text) && minutes >= 1 && minutes <= 1_440 ? minutes : 'wrong';
}
