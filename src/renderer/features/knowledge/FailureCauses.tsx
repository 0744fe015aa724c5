import { useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { findKnowledge } from '../../../shared/knowledge/findKnowledge.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffers } from '../../acts/actsContext.ts';
import { knowledgeText } from '../../text/knowledge.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { CauseList } from './CauseList.tsx';
import { useKnowledge } from './useKnowledge.ts';

const useStyles = makeStyles({
  root: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalM },
});

interface FailureCausesProps {
  readonly detail: DeviceDetail;
  /** The code or the name that Windows or Microsoft gave. */
  readonly asked: string;
  /** How often somebody asked to see them: each time opens them. */
  readonly opens: number;
}

/** What the code of a failure can come from, with the acts of this device that help; nothing where nothing is known of it. */
export function FailureCauses({ detail, asked, opens }: FailureCausesProps) {
  const styles = useStyles();
  const reading = useKnowledge();
  const offers = useOffers({ kind: 'device', detail });
  const [isOpen, setIsOpen] = useState(opens > 0);
  const [openedBy, setOpenedBy] = useState(opens);
  if (opens !== openedBy) {
    setOpenedBy(opens);
    if (opens > 0) setIsOpen(true);
  }
  const found = reading.state === 'ready' ? findKnowledge(reading.knowledge, asked).found[0] : undefined;
  if (found === undefined || found.matched.length === 0) return null;
  const { meaning, causes } = found.entry;
  return (
    <div className={styles.root}>
      <Button
        size="large"
        appearance="subtle"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {knowledgeText.causes(asked, causes.length)}
      </Button>
      {isOpen && (
        <>
          <Text>{meaning}</Text>
          <CauseList
            causes={causes}
            actOf={({ act }) => {
              const offer = offers.find((one) => one.act.name === act && one.reason === null);
              return offer !== undefined && <ActButton offer={offer} />;
            }}
          />
          <LinkButton to={{ page: 'help', search: asked }}>{knowledgeText.more}</LinkButton>
        </>
      )}
    </div>
  );
}
