import { FoundTheHouse1784000000000 } from './1784000000000-found-the-house';

/** Every migration, oldest first; a merged one is never edited. */
export const allMigrations = [FoundTheHouse1784000000000] as const;
