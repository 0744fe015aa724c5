import type { ReactNode } from 'react';
import { Text } from '@fluentui/react-components';
import { readText } from '../../text/tenants.ts';
import { When } from '../../ui/When.tsx';

interface ReadRowsProps {
  readonly text: {
    /** Where nothing has been read yet. */
    readonly never: string;
    /** Where there is nothing. */
    readonly none: string;
    /** What the order of the rows means. */
    readonly sentence: string;
    readonly endedEarly: string;
  };
  readonly readAt: string | null;
  readonly isWhole: boolean;
  readonly count: number;
  readonly children: ReactNode;
}

/** Rows of a tenant with the moment they are of; says so where nothing was read, or nothing is there. */
export function ReadRows({ text, readAt, isWhole, count, children }: ReadRowsProps) {
  if (readAt === null) return <Text>{text.never}</Text>;
  return (
    <>
      <Text>
        {readText.asOf} <When at={readAt} />. {isWhole ? '' : text.endedEarly}
      </Text>
      {count === 0 ? (
        <Text>{text.none}</Text>
      ) : (
        <>
          <Text>{text.sentence}</Text>
          {children}
        </>
      )}
    </>
  );
}
