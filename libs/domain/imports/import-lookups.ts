import { TONGCHENG_TOWNSHIPS } from '../geography/tongcheng';
import { findCertificate } from '../positions/certificates';
import { findOccupation } from '../positions/occupations';
import { findSkill } from '../positions/skills';

/** How the words of a county's files become its codes; each answers null for a word it does not know. */
export interface ImportLookups {
  readonly township: (text: string) => string | null;
  readonly occupation: (text: string) => string | null;
  readonly skill: (text: string) => string | null;
  readonly certificate: (text: string) => string | null;
}

const townshipCodes = new Map(
  TONGCHENG_TOWNSHIPS.flatMap(({ code, name }) => [
    [code, code],
    [name, code],
    [name.slice(0, -1), code],
  ]),
);

/** The look-ups of Tongcheng; a township is found by its code, by its name, and by its name without 镇 or 乡. */
export const TONGCHENG_LOOKUPS: ImportLookups = {
  township: (text) => townshipCodes.get(text.replace(/^(?:湖北省)?(?:咸宁市)?通城县/, '')) ?? null,
  occupation: findOccupation,
  skill: findSkill,
  certificate: findCertificate,
};
