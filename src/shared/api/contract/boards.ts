import { z } from 'zod';
import { boardFieldCheck } from '../../boards/boardField.ts';
import { boardGuide } from '../../boards/boardGuide.ts';
import { donorMark } from '../../boards/donorMark.ts';
import { hashComparison } from '../../boards/hashComparison.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** A hash: the text of a file that holds one, or a capture that is kept. */
const hashSource = z.union([z.object({ text: z.string().max(20_000_000) }), z.object({ captureId: z.number().int() })]);
export type HashSource = z.infer<typeof hashSource>;

const reason = z.string().trim().min(1).max(500);

export const boardProcedures = {
  /** What has changed from one hash to another, and what that means. `unreadable` where one is damaged. */
  'boards.compare': query(z.object({ old: hashSource, recent: hashSource }), hashComparison),
  /** The fields that firmware and Windows must tell after a repair, in one hash. */
  'boards.check': query(z.object({ recent: hashSource }), z.object({ fields: z.array(boardFieldCheck) })),
  /** The cases of a repair and the questions that lead to them. */
  'boards.guide': query(z.object({}), boardGuide),
  /** Devices that must never be registered again, newest first. */
  'boards.donors': query(z.object({}), z.object({ marks: z.array(donorMark) })),
  'boards.markDonor': command(z.object({ deviceId: z.uuid(), reason }), nothing),
  'boards.liftDonor': command(z.object({ deviceId: z.uuid(), reason }), nothing),
};

export type BoardHandlers = HandlersOf<typeof boardProcedures>;
