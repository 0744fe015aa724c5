import type { PreflightLevel } from '../../../shared/preflight/preflightFinding.ts';
import type { Shape } from '../../ui/StatusShape.tsx';

export const levelShapes: Readonly<Record<PreflightLevel, Shape>> = {
  stops: 'failed',
  look: 'warning',
  notKnown: 'open',
  note: 'turn',
  good: 'done',
};
