import { commonText } from '../text/common.ts';
import { formatter } from '../text/formatter.ts';
import { useNow } from './useNow.ts';

const MINUTE_MS = 60_000;

/** An instant in the person's locale; the full date is its tooltip. */
export function When({ at }: { readonly at: string | null }) {
  const now = useNow(MINUTE_MS);
  if (at === null) return <span>{commonText.none}</span>;
  return (
    <time dateTime={at} title={formatter.longInstant(at)}>
      {formatter.shortInstant(at, now)}
    </time>
  );
}
