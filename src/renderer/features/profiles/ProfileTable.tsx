import { Button } from '@fluentui/react-components';
import { DocumentArrowDownRegular } from '@fluentui/react-icons';
import type { ListedProfile } from '../../../shared/api/contract/profiles.ts';
import { isNote, profileFindingWords } from '../../../shared/profiles/profileFinding.ts';
import { joinWords, modeWords, preProvisioningWords, profileFacts } from '../../../shared/profiles/profileWords.ts';
import type { TenantProfile } from '../../../shared/profiles/tenantProfile.ts';
import { formatter } from '../../text/formatter.ts';
import { profileJsonText } from '../../text/profileJson.ts';
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

interface ProfileTableProps {
  readonly profiles: readonly ListedProfile[];
  /** Makes the file for existing devices of one. */
  readonly onMakeFile: (profile: TenantProfile) => void;
}

/** Every profile with its counts, what is to be looked at, its settings, and the way to its file for existing devices. */
export function ProfileTable({ profiles, onMakeFile }: ProfileTableProps) {
  const rows = profiles.map((listed) => ({
    ...rowOf(listed),
    acts: (
      <Button
        size="large"
        appearance="subtle"
        icon={<DocumentArrowDownRegular />}
        aria-label={profileJsonText.makeOf(listed.profile.name)}
        onClick={() => onMakeFile(listed.profile)}
      >
        {profileJsonText.make}
      </Button>
    ),
  }));
  return <JudgedTable label={profilesText.table} columns={columns} rows={rows} />;
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
