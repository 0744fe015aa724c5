import type { ReactNode } from 'react';
import { makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components';
import type { ListView } from './useListView.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, minWidth: '200px' },
  table: { display: 'grid', height: '320px' },
  none: { alignSelf: 'center', justifySelf: 'center' },
});

interface FilteredListProps {
  readonly view: ListView;
  readonly text: {
    readonly search: string;
    readonly state: string;
    readonly anyState: string;
    readonly noMatch: string;
  };
  readonly states: readonly { readonly state: string; readonly count: number }[];
  readonly stateWords: (state: string) => string;
  readonly matching: number;
  /** The table of what matches. */
  readonly children: ReactNode;
}

/** A long list with its search and its states to choose from, in a room that does not jump. */
export function FilteredList({ view, text, states, stateWords, matching, children }: FilteredListProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.filters}>
        <SearchBox
          className={styles.search}
          size="large"
          value={view.search}
          aria-label={text.search}
          placeholder={text.search}
          onChange={(_, { value }) => view.setSearch(value)}
        />
        <Select
          size="large"
          aria-label={text.state}
          value={view.state ?? ANY}
          onChange={(_, { value }) => view.setState(value === ANY ? null : value)}
        >
          <option value={ANY}>{text.anyState}</option>
          {states.map(({ state, count }) => (
            <option key={state} value={state}>
              {stateWords(state)} ({count})
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.table}>
        {matching === 0 ? <Text className={styles.none}>{text.noMatch}</Text> : children}
      </div>
    </>
  );
}

/** No state of Microsoft’s is called so. */
const ANY = '*';
