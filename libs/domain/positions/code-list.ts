/** An entry of a county's code list with its name in both languages. */
export interface CodeEntry {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Other Chinese names by which the entry is known in files. */
  readonly aliases: readonly string[];
}

/** Writes an entry of a code list. */
export const entry = (code: string, nameZh: string, nameEn: string, ...aliases: readonly string[]): CodeEntry => ({
  code,
  nameZh,
  nameEn,
  aliases,
});

/** Makes a look-up by code, Chinese name or alias; the answer is the code, null when there is none. */
export function codeFinder(entries: readonly CodeEntry[]): (text: string) => string | null {
  const byText = new Map<string, string>();
  for (const one of entries) {
    for (const name of [one.code, one.nameZh, ...one.aliases]) byText.set(name, one.code);
  }
  return (text) => byText.get(text) ?? null;
}
