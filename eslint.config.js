import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The clock port is how the backend tells the time, so that tests can. */
const clockReadings = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Date'][property.name='now']",
  "MemberExpression[object.name='performance']",
  "MemberExpression[object.name='process'][property.name='hrtime']",
].map((selector) => ({
  selector,
  message: 'Ask the clock port: `now` to write a time down, `monotonicMs` to measure.',
}));

/** Numbers, days and lengths of time are written by one formatter, for the person's locale. */
const ownFormats = [
  'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
  "MemberExpression[object.name='Intl'][property.name=/Format$|^PluralRules$/]",
].map((selector) => ({
  selector,
  message: 'Use the formatter of src/shared/format: the person’s, or the neutral one for what is stored.',
}));

export default tseslint.config(
  { ignores: ['out/', 'dist/', '.cache/', 'test-results/', 'playwright-report/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...ownFormats],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/{main,shared}/**/*.ts'],
    // The port's own implementation, and that of the practice tenant, which is a program of its own.
    ignores: ['src/main/systemClock.ts', 'src/main/practice-tenant/startPracticeTenant.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockReadings, ...ownFormats] },
  },
  {
    files: ['src/shared/format/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clockReadings] },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    // About libraries that the React Compiler cannot memoise; Reseal does not use it.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
);
