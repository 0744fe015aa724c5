import type { Finding } from '../intake/issue.ts';

const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 48;

/**
 * What is wrong with the shape of a user principal name, or null. Whether the user exists only the directory can say;
 * Intune checks the domain alone. Rules: Microsoft, "Plan and troubleshoot User Principal Name changes", UPN policies.
 */
export function checkUserPrincipalName(name: string): Finding | null {
  const at = name.indexOf('@');
  const localPart = name.slice(0, at);
  const domain = name.slice(at + 1);
  if (at <= 0 || domain.includes('@') || !isDomain(domain)) {
    return problem(
      'userPrincipalName.shape',
      'The assigned user is not a user principal name such as name@contoso.com.',
    );
  }
  if (!/^[A-Za-z0-9'._!#^~-]+$/.test(localPart) || localPart.startsWith('.') || localPart.endsWith('.')) {
    return problem(
      'userPrincipalName.characters',
      'The assigned user holds a character that a user principal name cannot have.',
    );
  }
  if (localPart.length > LONGEST_LOCAL_PART || domain.length > LONGEST_DOMAIN) {
    return problem('userPrincipalName.length', 'The assigned user is longer than a user principal name can be.');
  }
  return null;
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label));
}

function problem(code: string, message: string): Finding {
  return { code, severity: 'error', message };
}
