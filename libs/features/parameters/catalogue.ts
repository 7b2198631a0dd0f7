import { TONGCHENG_TOWNSHIPS } from '#domain/geography/tongcheng';
import type { CodeEntry } from '#domain/positions/code-list';
import { CERTIFICATES } from '#domain/positions/certificates';
import { OCCUPATIONS } from '#domain/positions/occupations';
import { SKILLS } from '#domain/positions/skills';

/** A code with its names in both languages. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** The catalogue's entries as screens show them. */
export const namedCodes = (entries: readonly CodeEntry[]): NamedCode[] =>
  entries.map(({ code, nameZh, nameEn }) => ({ code, name: nameZh, nameEn }));

/** An entry by its code; a code that left the catalogue stays readable under itself. */
function finder(entries: readonly NamedCode[]): (code: string) => NamedCode {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return (code) => byCode.get(code) ?? { code, name: code, nameEn: code };
}

/** The township of a code. */
export const townshipOf = finder(TONGCHENG_TOWNSHIPS);

/** The skill of a code. */
export const skillOf = finder(namedCodes(SKILLS));

/** The certificate of a code. */
export const certificateOf = finder(namedCodes(CERTIFICATES));

/** The occupation of a code. */
export const occupationOf = finder(namedCodes(OCCUPATIONS));
