import { ensureServer } from '../lib/build.mjs';
import { generateContract } from '../lib/contract.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { step } from '../lib/steps.mjs';

/** `npm run codegen`: libs/contract anew from the server's schema and the web's operations. */
export async function main() {
  await ensureDependencies({ withDevelopment: true });
  await ensureServer();
  await step('contract: schema, typed and trusted documents', () => generateContract());
  return 0;
}
