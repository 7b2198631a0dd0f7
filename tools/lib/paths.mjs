import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '../..');

/** What can be fetched or computed again: binaries, build stamps, records of throw-away services. */
export const cacheDirectory = path.join(root, '.cache');

/** The compiled server and the built web. */
export const distDirectory = path.join(root, 'dist');
