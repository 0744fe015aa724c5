import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolderOf } from '../../../src/main/hosts/dataFolder.ts';

it('is the option’s, else the environment’s, else the operating system’s', () => {
  const environment = { RESEAL_DATA_DIR: '/from/environment' };
  expect(dataFolderOf('/from/option', environment)).toBe(resolve('/from/option'));
  expect(dataFolderOf(undefined, environment)).toBe(resolve('/from/environment'));
  expect(dataFolderOf(undefined, {})).toMatch(/reseal/i);
  expect(dataFolderOf(undefined, { RESEAL_DATA_DIR: '' })).toBe(dataFolderOf(undefined, {}));
});
