// The rotation of `cli rotate-keys` as a process that can be killed, without the rest of the command line, which takes
// seconds to load. Says each batch on standard error, like the command.
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';

const built = createRequire(import.meta.url);
const { rotateCountyKeys } = built('#database/keys/rotate-keys');
const { masterKey } = built('#platform/crypto/master-key');
const { FolderFileStore } = built('#platform/files/file-store');

const [connectionString, home, countyId, batchSize] = process.argv.slice(2);
const client = new pg.Client({ connectionString });
await client.connect();
await rotateCountyKeys(
  {
    client,
    masterKey: masterKey(home),
    store: new FolderFileStore(path.join(home, 'files')),
    batchSize: Number(batchSize),
    onBatch: (step, rows) => process.stderr.write(`${step}: ${rows}\n`),
  },
  countyId,
);
await client.end();
