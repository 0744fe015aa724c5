import { z } from 'zod';
import { coded } from '../words/catalogue.ts';
import { boardFieldCheck } from './boardField.ts';
import { hardwarePart } from './hardwarePart.ts';
import { oneOf } from '../oneOf.ts';

/**
 * What a changed part means for Microsoft's identity of the device (Microsoft Learn, Windows Autopilot FAQ and motherboard
 * replacement), the weightiest first.
 */
export const identityEffect = z.enum([
  /** TPM or mainboard: it counts as a new device, with a new hash. */
  'newDevice',
  /** After such a change the old hash counts as invalid. */
  'newHash',
  /** One of the hashes does not hold the part. */
  'notTold',
  /** Microsoft has not tested it. */
  'untested',
  /** A disk: it depends on the device that it comes from. */
  'dependsOnDonor',
  /** One of several network cards. */
  'probablyRecognised',
  /** Nothing has to be done. */
  'none',
]);
export type IdentityEffect = z.infer<typeof identityEffect>;

export const partChange = z.object({
  part: hardwarePart,
  /** The number of a record that nobody knows; null for known parts. */
  recordType: z.number().int().nullable(),
  /** Only in the old hash, as `inspect` shows it. */
  before: z.array(z.string()),
  /** Only in the new hash. */
  after: z.array(z.string()),
  effect: identityEffect,
});
export type PartChange = z.infer<typeof partChange>;

const cards = { cards: z.array(z.string()) };

/** What the comparison makes of cards. */
export const boardFinding = oneOf('code', () => [
  coded('boards.secondCardKept', cards),
  coded('boards.cardAdded', cards),
  coded('boards.cardExchanged', cards),
  coded('boards.removableCard', cards),
  coded('boards.graphicsAdded', cards),
]);
export type BoardFinding = z.infer<typeof boardFinding>;

/** What tells one capture from another. */
const comparedHash = z.object({
  serialNumber: z.string().nullable(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  collectedAt: z.string().nullable(),
  osBuild: z.string().nullable(),
});

export const hashComparison = z.object({
  before: comparedHash,
  after: comparedHash,
  /** The weightiest effect; `otherDevice` where nothing says that both are of one device. */
  verdict: z.union([identityEffect, z.literal('otherDevice')]),
  changes: z.array(partChange),
  findings: z.array(boardFinding),
  /** What the firmware after the repair says, field by field. */
  fields: z.array(boardFieldCheck),
});
export type HashComparison = z.infer<typeof hashComparison>;
