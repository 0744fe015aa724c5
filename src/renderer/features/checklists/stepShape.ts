import type { NextStep } from '../../../shared/devices/nextStep.ts';
import type { Shape } from '../../ui/StatusShape.tsx';

/** Whose turn it is: a step of the technician stands out, one of Microsoft or the user waits. */
export function stepShape(step: NextStep): Shape {
  if (step.reason === 'technicianFlowFailed' || step.reason === 'failureStops') return 'failed';
  if (step.code === 'fixRegistration' || step.code === 'fixProfile') return 'failed';
  if (step.code === 'clearGate' || step.code === 'redoTechnicianFlow') return 'warning';
  if (step.code === 'finishBench') return 'running';
  switch (step.whose) {
    case 'technician':
      return 'turn';
    case 'partner':
    case 'microsoft':
    case 'user':
      return 'waiting';
    case 'nobody':
      return 'done';
  }
}
