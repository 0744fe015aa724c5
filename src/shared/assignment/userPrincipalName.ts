import { assignmentIssue, type AssignmentIssue } from './assignmentIssues.ts';

const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 48;

/**
 * What is wrong with the shape of a user principal name, or null. Whether the user exists only the directory can say;
 * Intune checks the domain alone. Rules: Microsoft, "Plan and troubleshoot User Principal Name changes", UPN policies.
 */
export function checkUserPrincipalName(name: string): AssignmentIssue | null {
  const at = name.indexOf('@');
  const localPart = name.slice(0, at);
  const domain = name.slice(at + 1);
  if (at <= 0 || domain.includes('@') || !isDomain(domain)) {
    return assignmentIssue('userPrincipalName.shape', 'assignedUser');
  }
  if (!/^[A-Za-z0-9'._!#^~-]+$/.test(localPart) || localPart.startsWith('.') || localPart.endsWith('.')) {
    return assignmentIssue('userPrincipalName.characters', 'assignedUser');
  }
  if (localPart.length > LONGEST_LOCAL_PART || domain.length > LONGEST_DOMAIN) {
    return assignmentIssue('userPrincipalName.length', 'assignedUser');
  }
  return null;
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label));
}
