import { userInfo } from 'node:os';

/** The account of the operating system that this process runs under, as audit rows name it beside typed initials. */
export function systemAccount(): string {
  try {
    return userInfo().username;
  } catch {
    // An account that the system has no name for, as in some containers.
    return typeof process.getuid === 'function' ? `uid ${process.getuid()}` : '';
  }
}
