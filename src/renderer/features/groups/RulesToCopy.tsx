import { useState } from 'react';
import { Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { groupsText } from '../../text/groups.ts';
import { CopyLine } from '../../ui/CopyLine.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';

const RULES_AT_FIRST = 20;

const useStyles = makeStyles({ list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0 } });

type Rule = OutputOf<'groups.rules'>['rules'][number];

/** The rules for all devices, each group tag and each purchase order of the queue. */
export function RulesToCopy({ tenantId }: { readonly tenantId: string }) {
  const styles = useStyles();
  const reading = useProcedure('groups.rules', { tenantId }, ['devices.changed']);
  const [shown, setShown] = useState(RULES_AT_FIRST);
  return (
    <>
      <Text>{groupsText.rulesSentence}</Text>
      <Loaded reading={reading}>
        {({ rules }) => (
          <>
            <div className={styles.list}>
              {rules.slice(0, shown).map((rule) => (
                <Field key={rule.rule} label={titleOf(rule)} hint={groupsText.counted(rule.devices)}>
                  <CopyLine
                    text={rule.rule}
                    label={titleOf(rule)}
                    copy={groupsText.copy}
                    copyNamed={groupsText.copyNamed(titleOf(rule))}
                  />
                </Field>
              ))}
            </div>
            <ShowMore
              shown={Math.min(shown, rules.length)}
              total={rules.length}
              onMore={() => setShown(shown + RULES_AT_FIRST)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

const titleOf = ({ of, value }: Rule): string =>
  of === 'ztdId' ? groupsText.ruleOf.ztdId : groupsText.ruleOf[of](value ?? '');
