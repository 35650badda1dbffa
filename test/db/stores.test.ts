import { afterAll, beforeAll, describe } from 'vitest';
import type { OpenDatabase } from '../../db/open.ts';
import { isolationContract } from '../contracts/isolation.ts';
import { storeContract } from '../contracts/stores.ts';
import { databaseKinds, freshDatabase } from './databases.ts';

describe.each(databaseKinds)('%s', (kind) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(kind);
  });
  afterAll(() => opened?.close());

  storeContract(() => opened);
  isolationContract(() => opened);
});
