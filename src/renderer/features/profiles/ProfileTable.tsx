import type { ListedProfile } from '../../../shared/api/contract/profiles.ts';
import { isNote, profileFindingWords } from '../../../shared/profiles/profileFinding.ts';
import { joinWords, modeWords, preProvisioningWords, profileFacts } from '../../../shared/profiles/profileWords.ts';
import { formatter } from '../../text/formatter.ts';
import { profilesText } from '../../text/profiles.ts';
import { JudgedTable, type JudgedRow } from '../../ui/JudgedTable.tsx';

const { name, mode, join, preProvisioning, have, expect } = profilesText.columns;
const columns = [
  { title: name },
  { title: mode },
  { title: join },
  { title: preProvisioning },
  { title: have, isNumber: true },
  { title: expect, isNumber: true },
];

/** Every profile with its counts, what is to be looked at, and its settings. */
export function ProfileTable({ profiles }: { readonly profiles: readonly ListedProfile[] }) {
  return <JudgedTable label={profilesText.table} columns={columns} rows={profiles.map(rowOf)} />;
}

const rowOf = ({ profile, findings, ...counts }: ListedProfile): JudgedRow => ({
  id: profile.id,
  cells: [
    profile.name,
    modeWords(profile),
    joinWords(profile),
    preProvisioningWords(profile),
    formatter.number(counts.have),
    formatter.number(counts.expect),
  ],
  findings: findings.map((finding) => ({ isNote: isNote(finding), sentence: profileFindingWords(finding) })),
  settings: profilesText.settingsOf(profile.name),
  facts: profileFacts(profile, formatter.longInstant),
});
