/** Of how many recorded consents one is looked at by a supervisor (privacy.md P15: 10 %). */
export const SAMPLE_OF = 10;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Says whether a recorded consent is in the sample: by a hash of its id, so that neither recorder nor reviewer chooses. */
export function isSampled(grantId: string): boolean {
  let hash = FNV_OFFSET;
  for (const sign of grantId) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), FNV_PRIME) >>> 0;
  return hash % SAMPLE_OF === 0;
}
