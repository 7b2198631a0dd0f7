import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run dev` finds the API; the built page is served by the API itself. */
const DEV_API = 'http://localhost:3000';

export default defineConfig({
  root: fromHere('.'),
  cacheDir: fromHere('../../.cache/vite'),
  plugins: [react()],
  resolve: { alias: { '@contract/gql': fromHere('../../libs/contract/gql/graphql.ts') } },
  build: {
    outDir: fromHere('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // A preload link carries no nonce, so the page's policy would refuse it.
    modulePreload: false,
    // Font and image files have to stay files: the policy allows data: for pictures only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      [
        '/graphql',
        '/files',
        '/live',
        '^/imports/.+[.]csv$',
        '^/consents/.+/paper$',
        '^/exports/.+/(pdf|json)$',
        '^/placement-batches/.+[.](json|pdf)$',
      ].map((path) => [path, DEV_API]),
    ),
  },
});
