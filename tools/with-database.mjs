// For containers: `node tools/with-database.mjs dist/apps/api/main.js` runs the application in this very process with the
// addresses that tools/prepare-database.mjs kept, so that signals reach it and no address stands in an image or a compose file.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const addresses = JSON.parse(
  fs.readFileSync(path.join(process.env.TONGGONG_HOME, 'secrets/application-addresses.json'), 'utf8'),
);
process.env.DATABASE_APP_URL = addresses.appUrl;
process.env.DATABASE_RELAY_URL = addresses.relayUrl;
process.env.DATABASE_QUEUE_URL = addresses.queueUrl;
await import(pathToFileURL(path.resolve(process.argv[2])).href);
