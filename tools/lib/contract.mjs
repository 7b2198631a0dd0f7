import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { distDirectory, root } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { filesBelow, hashOf } from './source-files.mjs';

const CONTRACT = 'libs/contract';
const GENERATED = ['schema.graphql', 'trusted-documents.json', 'gql'];
// What load balancers and monitors ask to see whether the whole way to the schema works.
const LIVENESS = '{ __typename }';

// The schema is printed without any service: the address is checked for its form and never used.
const NO_DATABASE = { DATABASE_APP_URL: 'postgres://nobody@localhost:1/none', LOG_LEVEL: 'silent', NODE_ENV: 'test' };

async function writeSchema(folder) {
  const file = path.join(distDirectory, 'apps/api/print-schema.js');
  const args = ['--enable-source-maps', file, path.join(folder, 'schema.graphql')];
  const { code, output } = await runCommand(process.execPath, args, { env: { ...process.env, ...NO_DATABASE } });
  if (code !== 0) throw new Fault('The schema could not be printed.', { details: output });
}

/** Trusted documents by the SHA-256 of their text, in the order of their hashes, so that a diff shows what changed. */
function writeTrustedDocuments(folder) {
  const made = path.join(folder, 'gql/persisted-documents.json');
  const documents = fs.existsSync(made) ? JSON.parse(fs.readFileSync(made, 'utf8')) : {};
  const byHash = Object.values(documents).map((text) => [hashOf(text), text]);
  byHash.push([hashOf(LIVENESS), LIVENESS]);
  const sorted = Object.fromEntries(byHash.sort(([a], [b]) => (a < b ? -1 : 1)));
  fs.writeFileSync(path.join(folder, 'trusted-documents.json'), `${JSON.stringify(sorted, null, 2)}\n`);
  fs.rmSync(made, { force: true });
}

/** Writes the schema, the typed documents and the trusted documents into a folder; the server must be built. */
export async function generateContract(folder = path.join(root, CONTRACT)) {
  fs.mkdirSync(folder, { recursive: true });
  await writeSchema(folder);
  const outputFolder = path.join(folder, 'gql');
  fs.rmSync(outputFolder, { recursive: true, force: true });
  const [{ generate }, { contractConfig }] = await Promise.all([
    import('@graphql-codegen/cli'),
    import('../codegen.config.mjs'),
  ]);
  await generate({ ...contractConfig({ schema: path.join(folder, 'schema.graphql'), outputFolder }), cwd: root }, true);
  writeTrustedDocuments(folder);
}

function textsIn(folder) {
  const relative = path.relative(root, folder);
  const files = GENERATED.flatMap((name) => filesBelow(`${relative}/${name}`));
  return new Map(files.map((file) => [path.relative(relative, file), fs.readFileSync(path.join(root, file), 'utf8')]));
}

/** The generated files that differ between the committed contract and a newly generated one. */
export function differencesTo(folder) {
  const committed = textsIn(path.join(root, CONTRACT));
  const fresh = textsIn(folder);
  return [...new Set([...committed.keys(), ...fresh.keys()])]
    .filter((file) => committed.get(file) !== fresh.get(file))
    .sort();
}
