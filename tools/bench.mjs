import { requireNode } from './lib/node-version.mjs';

requireNode();
const { runCommandModule } = await import('./lib/entry.mjs');
await runCommandModule('bench');
