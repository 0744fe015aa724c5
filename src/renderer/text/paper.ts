/** What is asked before paper is printed that lacks characters. */
export const paperText = {
  title: 'Some characters cannot be printed',
  codes: 'A code such as [U+1F600] can stand in the place of each. Or cancel, and change the text.',
  printCodes: 'Go on with codes',
} as const;
