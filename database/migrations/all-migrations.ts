/** Every migration, oldest first; a merged one is never edited. */
export const allMigrations = [] as const;
