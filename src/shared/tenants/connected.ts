/** Whether it is known which directory of Microsoft a lane stands for. Everything that needs none works without. */
export const isConnected = ({
  kind,
  directoryId,
}: {
  readonly kind: 'practice' | 'entra';
  readonly directoryId: string | null;
}): boolean => kind === 'practice' || directoryId !== null;
