import { createHmac, hash } from 'node:crypto';
import { subjectMark } from '../../shared/audit/auditRow.ts';

/** SHA-256 of the UTF-8 of a text, in hexadecimal digits. */
export const digestOfText = (text: string): string => hash('sha256', text, 'hex');

const PSEUDONYM_DIGITS = 16;

/** What stands for a person in records: without the key, nobody can tell by it whether an address is theirs. */
export const pseudonymOf = (key: string, address: string): string =>
  `${subjectMark.person}${keyedDigest(key, address.toLowerCase()).slice(0, PSEUDONYM_DIGITS)}`;

/** HMAC-SHA-256 of a text under a key of hexadecimal digits, in hexadecimal digits. */
export const keyedDigest = (key: string, text: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
