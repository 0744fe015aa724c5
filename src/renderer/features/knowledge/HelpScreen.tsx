import { useState } from 'react';
import { Field, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { BookQuestionMarkRegular } from '@fluentui/react-icons';
import { findKnowledge } from '../../../shared/knowledge/findKnowledge.ts';
import type { Knowledge } from '../../../shared/knowledge/entry.ts';
import { askedCodeWords } from '../../../shared/knowledge/knowledgeWords.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffer } from '../../acts/actsContext.ts';
import { knowledgeText } from '../../text/knowledge.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { checkNetwork } from '../preflight/preflightActs.tsx';
import { checkProfileJson, makeProfileJsonByHand } from '../profileJson/profileJsonActs.tsx';
import { EntryCard } from './EntryCard.tsx';
import { useKnowledge } from './useKnowledge.ts';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: '760px' },
  answers: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** What a code or a symptom means: for a person who has only what the screen says, and maybe no device, customer or network. */
export function HelpScreen({ search }: { readonly search: string }) {
  const styles = useStyles();
  const reading = useKnowledge();
  const [asked, setAsked] = useState(search);

  return (
    <Screen title={knowledgeText.title} takesFocus={false}>
      <Field label={knowledgeText.search} hint={knowledgeText.hint} className={styles.search}>
        <SearchBox
          autoFocus
          size="large"
          className={styles.search}
          value={asked}
          // A scan is the next device, and no code of a screen.
          data-hears-scans
          autoComplete="off"
          spellCheck={false}
          // Nothing to clear, nothing to press.
          {...(asked === '' && { dismiss: null })}
          onChange={(_, { value }) => setAsked(value)}
        />
      </Field>
      {reading.state === 'loading' && <Text role="status">{knowledgeText.loading}</Text>}
      {reading.state === 'failed' && <Finding shape="failed">{knowledgeText.failed}</Finding>}
      {reading.state === 'ready' && <Answers knowledge={reading.knowledge} asked={asked} />}
    </Screen>
  );
}

function Answers({ knowledge, asked }: { readonly knowledge: Knowledge; readonly asked: string }) {
  const styles = useStyles();
  const network = useOffer(checkNetwork, { kind: 'reseal', status: null });
  const checkFile = useOffer(checkProfileJson, { kind: 'reseal', status: null });
  const makeByHand = useOffer(makeProfileJsonByHand, { kind: 'reseal', status: null });
  if (asked.trim() === '') {
    return (
      <EmptyState
        icon={<BookQuestionMarkRegular />}
        title={knowledgeText.start}
        sentence={knowledgeText.startSentence(knowledge.entries.length)}
      >
        <ActButton offer={network} />
        <ActButton offer={checkFile} />
        <ActButton offer={makeByHand} />
      </EmptyState>
    );
  }
  const { codes, found } = findKnowledge(knowledge, asked);
  return (
    <div className={styles.answers}>
      <Text role="status">{knowledgeText.found(found.length)}</Text>
      {codes.map((code) => (
        <Finding key={code.code} shape={code.isKnown ? 'done' : 'warning'}>
          {askedCodeWords(code)}
        </Finding>
      ))}
      {found.length === 0 ? (
        <EmptyState title={knowledgeText.none} sentence={knowledgeText.noneSentence} />
      ) : (
        found.map((one) => <EntryCard key={one.entry.id} knowledge={knowledge} found={one} />)
      )}
    </div>
  );
}
