import { AppError } from '../../../shared/outcome/appError.ts';
import type { ServiceContext } from '../serviceContext.ts';

export type PracticeControl = Pick<ServiceContext, 'ports' | 'practiceTenant'>;

interface PracticeReply {
  readonly status: number;
  readonly body: unknown;
}

/** Asks the practice tenant for something that Graph does not have; `path` is the one below `/practice`. */
export async function askPractice(
  { ports, practiceTenant }: PracticeControl,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<PracticeReply> {
  const { url, token } = await practiceTenant();
  const answer = await ports
    .fetch(`${url}/practice/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    .catch((cause: unknown) => {
      throw new AppError('offline', 'The practice tenant does not answer; try again.', { cause });
    });
  const given: unknown = await answer.json();
  return { status: answer.status, body: given };
}
