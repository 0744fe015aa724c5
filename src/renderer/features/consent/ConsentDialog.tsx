import { useState } from 'react';
import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import {
  consentWay,
  nextConsents,
  type Consent,
  type ConsentState,
  type ConsentWay,
} from '../../../shared/consent/consent.ts';
import { consentMail, consentStateWords } from '../../../shared/consent/consentWords.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { consentText as text } from '../../text/consent.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface ConsentDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** How far the customer's consent is, the mail that asks for it, and what comes next. */
export function ConsentDialog({ tenant, onClose }: ConsentDialogProps) {
  const reading = useProcedure('consent.get', { tenantId: tenant.id }, ['tenants.changed']);
  return (
    <DialogFrame
      title={text.title(tenant.name)}
      actions={
        <Button size="large" onClick={onClose}>
          {text.close}
        </Button>
      }
      onClose={onClose}
    >
      <Loaded reading={reading} lines={4}>
        {(consent) => <Standing key={consent.changedAt} tenant={tenant} consent={consent} />}
      </Loaded>
    </DialogFrame>
  );
}

function Standing({ tenant, consent }: { readonly tenant: TenantView; readonly consent: Consent }) {
  const styles = useStyles();
  const notify = useNotify();
  const record = useCommand('consent.record', { showsFailure: true });
  const [way, setWay] = useState<ConsentWay>(consent.way ?? 'partner');
  const [link, setLink] = useState(consent.link ?? '');
  const { state, changedAt, changedBy, verifiedAt, verifiedBy } = consent;
  const mail = consentMail(way, tenant.name, link.trim() === '' ? null : link.trim());
  const [first] = nextConsents(state);
  const isAsking = state !== 'notNeeded' && state !== 'verified';

  async function say(next: ConsentState): Promise<void> {
    const outcome = await record.run({ tenantId: tenant.id, state: next, way, link });
    if (outcome.ok) notify.done(text.recorded(consentStateWords[next]));
  }

  return (
    <>
      <Text>{text.explained}</Text>
      <Facts
        areWords
        facts={[
          { label: text.state, value: consentStateWords[state] },
          ...(changedAt === null ? [] : [{ label: text.changed, value: text.seen(changedAt, changedBy) }]),
          ...(verifiedAt === null ? [] : [{ label: text.verified, value: text.seen(verifiedAt, verifiedBy) }]),
        ]}
      />
      {state !== 'verified' && (
        <Field label={text.way}>
          <RadioGroup
            value={way}
            onChange={(_, { value }) => setWay(consentWay.options.find((one) => one === value) ?? 'partner')}
          >
            {consentWay.options.map((one) => (
              <Radio key={one} value={one} label={text.ways[one]} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {isAsking && (
        <>
          <Field label={text.link} hint={text.linkHints[way]}>
            <Input size="large" value={link} onChange={(_, { value }) => setLink(value)} />
          </Field>
          <Field label={text.mail}>
            <Textarea readOnly value={mail} rows={6} resize="vertical" />
          </Field>
          <div className={styles.acts}>
            <Button
              size="large"
              icon={<CopyRegular />}
              onClick={() => void navigator.clipboard.writeText(mail).then(() => notify.done(commonText.copied))}
            >
              {text.copyMail}
            </Button>
          </div>
        </>
      )}
      <div className={styles.acts}>
        {nextConsents(state)
          .filter((next) => next !== state)
          .map((next) => (
            <Button
              key={next}
              size="large"
              appearance={next === first ? 'primary' : 'secondary'}
              disabledFocusable={record.running}
              onClick={() => void say(next)}
            >
              {text.acts[next]}
            </Button>
          ))}
      </div>
    </>
  );
}
