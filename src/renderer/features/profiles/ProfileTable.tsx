import { Fragment } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ListedProfile } from '../../../shared/api/contract/profiles.ts';
import { isNote, profileFindingWords } from '../../../shared/profiles/profileFinding.ts';
import { joinWords, modeWords, preProvisioningWords, profileFacts } from '../../../shared/profiles/profileWords.ts';
import { formatter } from '../../text/formatter.ts';
import { profilesText } from '../../text/profiles.ts';
import { Facts } from '../../ui/Facts.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  ruled: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { textAlign: 'right' },
  finding: { display: 'block' },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0` },
});

const columnNames = ['name', 'mode', 'join', 'preProvisioning', 'have', 'expect'] as const;
const COUNTS: ReadonlySet<string> = new Set(['have', 'expect']);

/** Every profile with its counts, what is to be looked at, and its settings behind a line to open. */
export function ProfileTable({ profiles }: { readonly profiles: readonly ListedProfile[] }) {
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={profilesText.table}>
        <thead>
          <tr className={styles.ruled}>
            {columnNames.map((name) => (
              <th
                key={name}
                scope="col"
                className={mergeClasses(styles.cell, styles.head, COUNTS.has(name) && styles.number)}
              >
                {profilesText.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {profiles.map(({ profile, have, expect, findings }) => (
            <Fragment key={profile.id}>
              <tr>
                <th scope="row" className={styles.cell}>
                  {profile.name}
                </th>
                <td className={styles.cell}>{modeWords(profile)}</td>
                <td className={styles.cell}>{joinWords(profile)}</td>
                <td className={styles.cell}>{preProvisioningWords(profile)}</td>
                <td className={number}>{formatter.number(have)}</td>
                <td className={number}>{formatter.number(expect)}</td>
              </tr>
              <tr className={styles.ruled}>
                <td className={styles.cell} colSpan={columnNames.length}>
                  {findings.map((finding, index) => (
                    <span key={index} className={styles.finding}>
                      <StatusWord shape={isNote(finding) ? 'open' : 'warning'} word={profileFindingWords(finding)} />
                    </span>
                  ))}
                  <details>
                    <summary className={styles.summary}>{profilesText.settingsOf(profile.name)}</summary>
                    <Facts facts={profileFacts(profile, formatter.longInstant)} areWords />
                  </details>
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
