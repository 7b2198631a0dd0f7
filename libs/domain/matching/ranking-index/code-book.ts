import { grown } from './numbers';

/** Numbers codes in the order in which they are first met, so that lists of them can be kept as bits. */
export class CodeBook {
  private readonly numbers = new Map<string, number>();

  /** How many codes are numbered. */
  get size(): number {
    return this.numbers.size;
  }

  /** The number of a code, given to it now where it had none. */
  numberOf(code: string): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    this.numbers.set(code, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** All codes in the order of their numbers. */
  codes(): Iterable<string> {
    return this.numbers.keys();
  }

  /** The number of a code that was met before; null where it was not. */
  find(code: string): number | null {
    return this.numbers.get(code) ?? null;
  }
}

/** A list of codes as bits, word by word. Codes that no row has are left out: they meet nothing. */
export function maskOf(book: CodeBook, codes: readonly string[]): Uint32Array {
  const mask = new Uint32Array(Math.max(1, Math.ceil(book.size / 32)));
  for (const code of codes) {
    const number = book.find(code);
    if (number !== null) mask[number >>> 5]! |= 1 << (number & 31);
  }
  return mask;
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555);
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** A list of codes per row as bits, one array per 32 codes: a new code costs a new array at most, never a new layout. */
export class BitColumn {
  private words: Uint32Array[];

  constructor(
    private readonly book: CodeBook,
    private capacity: number,
  ) {
    this.words = [new Uint32Array(capacity)];
  }

  /** The bits of the first 32 codes, row by row. */
  get firstWord(): Uint32Array {
    return this.words[0]!;
  }

  /** Makes room for so many rows. */
  grow(capacity: number): void {
    this.capacity = capacity;
    this.words = this.words.map((word) => grown(word, capacity));
  }

  /** Sets the codes of a row, whatever it had before. */
  set(row: number, ...lists: readonly (readonly string[])[]): void {
    for (const word of this.words) word[row] = 0;
    for (const codes of lists) {
      for (const code of codes) {
        const number = this.book.numberOf(code);
        while (this.words.length <= number >>> 5) this.words.push(new Uint32Array(this.capacity));
        this.words[number >>> 5]![row]! |= 1 << (number & 31);
      }
    }
  }

  /** Gives a row the codes of another, also of a column that numbers codes by the same book. */
  copy(from: number, to: number, { words }: BitColumn = this): void {
    while (this.words.length < words.length) this.words.push(new Uint32Array(this.capacity));
    for (let at = 0; at < words.length; at++) this.words[at]![to] = words[at]![from]!;
  }

  /** True where each code of the row is in the mask. */
  isWithin(row: number, mask: Uint32Array): boolean {
    const { words } = this;
    for (let at = 0; at < words.length; at++) if ((words[at]![row]! & ~(mask[at] ?? 0)) !== 0) return false;
    return true;
  }

  /** True where the row and the mask have a code in common. */
  meets(row: number, mask: Uint32Array): boolean {
    const { words } = this;
    for (let at = 0; at < words.length; at++) if ((words[at]![row]! & (mask[at] ?? 0)) !== 0) return true;
    return false;
  }

  /** How many codes the row and the mask have in common. */
  countWith(row: number, mask: Uint32Array): number {
    const { words } = this;
    let count = 0;
    for (let at = 0; at < words.length; at++) count += bitCount(words[at]![row]! & (mask[at] ?? 0));
    return count;
  }

  /** How many codes the row has. */
  count(row: number): number {
    const { words } = this;
    let count = 0;
    for (let at = 0; at < words.length; at++) count += bitCount(words[at]![row]!);
    return count;
  }
}
