import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A font file of Noto Sans SC that holds some of its signs. */
interface FontSlice {
  readonly name: string;
  readonly file: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** Signs of one text that stand in one font file. */
export interface FontRun {
  /** Name of the slice. */
  readonly slice: string;
  readonly file: string;
  readonly text: string;
}

const PACKAGE = path.dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json'));

/** Slices as the package lists them; Latin letters come first, as most texts mix in figures. */
const SLICES: readonly FontSlice[] = slicesOf(path.join(PACKAGE, 'unicode.json'));
const sliceBySign = new Map<number, FontSlice>();

/** Parts a text into runs of signs that one font file holds; a sign that none holds stays in the run before it. */
export function fontRuns(text: string): FontRun[] {
  const runs: { slice: string; file: string; text: string }[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    const slice = sliceOf(sign.codePointAt(0) ?? 0, last?.slice);
    if (last !== undefined && (slice === null || slice.name === last.slice)) last.text += sign;
    else if (slice !== null) runs.push({ slice: slice.name, file: slice.file, text: sign });
    else runs.push({ ...latin(), text: sign });
  }
  return runs;
}

/** A blank stands in any file: it does not end a run. */
function sliceOf(sign: number, current: string | undefined): FontSlice | null {
  if (sign === 0x20 && current !== undefined) return null;
  const known = sliceBySign.get(sign);
  if (known !== undefined) return known;
  const slice = SLICES.find(({ ranges }) => ranges.some(([from, to]) => sign >= from && sign <= to)) ?? null;
  if (slice !== null) sliceBySign.set(sign, slice);
  return slice;
}

function latin(): { slice: string; file: string } {
  const slice = SLICES.find(({ name }) => name === 'latin');
  if (slice === undefined) throw new Error('The font has no Latin letters.');
  return { slice: slice.name, file: slice.file };
}

function slicesOf(list: string): FontSlice[] {
  const entries = Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>);
  const slices = entries.map(([key, ranges]) => {
    const name = key.replace(/[[\]]/g, '');
    const file = path.join(PACKAGE, 'files', `noto-sans-sc-${name}-wght-normal.woff2`);
    return { name, file, ranges: ranges.split(',').map(rangeOf) };
  });
  return slices.sort((one, other) => Number(other.name === 'latin') - Number(one.name === 'latin'));
}

function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
