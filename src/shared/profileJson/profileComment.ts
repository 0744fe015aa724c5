const STAMPED = /^Profile (.*) \(modified ([^()]+)\)$/s;
const PLAIN = /^Profile (.*)$/s;

/**
 * What `Comment_File` says: the name of the profile, as Microsoft's example has it (`Profile Autopilot Profile`), and behind it
 * when Intune last saw the profile changed. By that a later check tells that the file is older than its profile.
 */
export function commentOf(profileName: string, modifiedAt: string | null): string {
  return modifiedAt === null ? `Profile ${profileName}` : `Profile ${profileName} (modified ${modifiedAt})`;
}

/** What can be read out of a comment; null where it does not say it. */
export function readComment(comment: string): {
  readonly profileName: string | null;
  readonly modifiedAt: string | null;
} {
  const stamped = STAMPED.exec(comment);
  if (stamped !== null && !Number.isNaN(Date.parse(stamped[2] ?? ''))) {
    return { profileName: stamped[1] ?? null, modifiedAt: stamped[2] ?? null };
  }
  return { profileName: PLAIN.exec(comment)?.[1] ?? null, modifiedAt: null };
}
