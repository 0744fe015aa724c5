import { useState } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { erasureText } from '../../text/privacy.ts';
import { ErasePersonDialog } from './ErasePersonDialog.tsx';

const LONGEST_ADDRESS = 320;

const useStyles = makeStyles({ input: { minWidth: 0, width: '100%' }, act: { alignSelf: 'start' } });

/** Where a person's address is given, so that they can be erased. */
export function ErasePerson() {
  const styles = useStyles();
  const [address, setAddress] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const wanted = address.trim();

  function ask(): void {
    if (wanted.includes('@')) setAsked(wanted);
  }

  function close(isErased: boolean): void {
    setAsked(null);
    if (isErased) setAddress('');
  }

  return (
    <>
      <Field label={erasureText.address} hint={`${erasureText.addressHint} ${erasureText.personHint}`}>
        <Input
          className={styles.input}
          size="large"
          type="email"
          autoComplete="off"
          spellCheck={false}
          value={address}
          maxLength={LONGEST_ADDRESS}
          onChange={(_, { value }) => setAddress(value)}
          onKeyDown={(event) => event.key === 'Enter' && ask()}
        />
      </Field>
      <Button size="large" className={styles.act} disabledFocusable={!wanted.includes('@')} onClick={ask}>
        {erasureText.ask}
      </Button>
      {asked !== null && <ErasePersonDialog address={asked} onClose={close} />}
    </>
  );
}
