import { useState, type ReactNode } from 'react';
import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { nearMissWords } from '../../../shared/groups/groupWords.ts';
import { groupsText } from '../../text/groups.ts';
import { Finding } from '../../ui/Finding.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { ShowMore, SHOWN_STEP } from '../../ui/ShowMore.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  part: { display: 'grid', gap: tokens.spacingVerticalXS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  devices: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** Which devices a rule takes, which nearly, and what of it matches nothing. What is to be looked at comes first. */
export function CheckedRule(checked: OutputOf<'groups.check'>) {
  const styles = useStyles();
  const { matching, nearlyEqual, others, notJudged, neverMatching, strangeConditions } = checked;
  const [shown, setShown] = useState(SHOWN_STEP);
  return (
    <div className={styles.root} role="status">
      <Text weight="semibold">
        {groupsText.summary({ matching: matching.length, nearly: nearlyEqual.length, others, notJudged })}
      </Text>
      <Part title={groupsText.nearlyTitle} isShown={nearlyEqual.length > 0}>
        {nearlyEqual.slice(0, shown).map(({ id, serialNumber, groupTag, differsIn }) => (
          <Finding key={id} shape="warning">
            <Serial>{serialNumber}</Serial>:{' '}
            {groupsText.nearly(
              groupTag === null ? groupsText.value.other : groupsText.value.groupTag(groupTag),
              nearMissWords[differsIn],
            )}
          </Finding>
        ))}
      </Part>
      <Part title={groupsText.neverTitle} isShown={neverMatching.length > 0}>
        {neverMatching.map((value) => (
          <Finding key={value} shape="warning">
            <Serial wrap>{value}</Serial>
          </Finding>
        ))}
      </Part>
      <Part title={groupsText.strangeTitle} isShown={strangeConditions.length > 0}>
        {strangeConditions.map((condition) => (
          <Finding key={condition} shape="open">
            <Serial wrap>{condition}</Serial>
          </Finding>
        ))}
      </Part>
      <Part title={groupsText.matchingTitle} isShown={matching.length > 0}>
        <ul className={styles.devices}>
          {matching.slice(0, shown).map(({ id, serialNumber, isRegistered }) => (
            <li key={id}>
              <Serial>{serialNumber}</Serial>
              {isRegistered ? '' : ` (${groupsText.onceRegistered})`}
            </li>
          ))}
        </ul>
      </Part>
      <ShowMore
        shown={Math.min(shown, Math.max(matching.length, nearlyEqual.length))}
        total={Math.max(matching.length, nearlyEqual.length)}
        onMore={() => setShown(shown + SHOWN_STEP)}
      />
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly isShown: boolean;
  readonly children: ReactNode;
}

function Part({ title, isShown, children }: PartProps) {
  const styles = useStyles();
  return (
    isShown && (
      <section className={styles.part}>
        <h3 className={styles.title}>{title}</h3>
        {children}
      </section>
    )
  );
}
