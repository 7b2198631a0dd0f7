import { grown } from './numbers';

const WORDS = 4;
const EMPTY = -1;
const GONE = -2;
const NOBODY = new Uint32Array(WORDS);
const DASH = 0x2d;
/** The digits 0 to 9 stand before the letters of either case, whose last four bits begin at 1. */
const LETTERS = 0x41;
/** The table of places is never fuller than this, those of rows that are gone included. */
const FULLEST = 0.6;

/** Ids (UUIDs) of rows as four words each, and the row of an id: 24 bytes a row where strings would take a hundred. */
export class RowIds {
  private words: readonly Uint32Array[];
  private places: Int32Array;
  private used = 0;
  private readonly asked = new Uint32Array(WORDS);

  constructor(private capacity: number) {
    this.words = Array.from({ length: WORDS }, () => new Uint32Array(capacity));
    this.places = new Int32Array(placesFor(capacity)).fill(EMPTY);
  }

  /** The first eight digits of the ids: of two that differ there, the smaller one is that of the id that comes first. */
  get firstWords(): Uint32Array {
    return this.words[0]!;
  }

  /** Makes room for so many rows. */
  grow(capacity: number): void {
    this.capacity = capacity;
    this.words = this.words.map((word) => grown(word, capacity));
    this.rehash();
  }

  /** The row of an id; null where it has none. */
  rowOf(id: string): number | null {
    readInto(this.asked, id);
    const row = this.places[this.placeOf()]!;
    return row < 0 ? null : row;
  }

  /** Gives a row its id, which no other row may have. */
  set(row: number, id: string): void {
    readInto(this.asked, id);
    this.place(row);
  }

  /** Gives a row the id of a row of other ones. */
  copy({ words }: RowIds, from: number, row: number): void {
    for (let at = 0; at < WORDS; at++) this.asked[at] = words[at]![from]!;
    this.place(row);
  }

  /** Takes the id of a row away. */
  remove(row: number): void {
    this.ask(row);
    this.places[this.placeOf()] = GONE;
    this.write(row, NOBODY);
  }

  /** Gives a row that has no id the id of another, which has none from then on. */
  move(from: number, to: number): void {
    this.ask(from);
    this.places[this.placeOf()] = to;
    this.write(to, this.asked);
    this.write(from, NOBODY);
  }

  /** The id of a row. */
  idOf(row: number): string {
    const hex = this.words.map((word) => word[row]!.toString(16).padStart(8, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** Negative where the id of row a comes first, as ids are ordered in text and in PostgreSQL. */
  compare(a: number, b: number): number {
    for (const word of this.words) {
      const difference = word[a]! - word[b]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private place(row: number): void {
    this.write(row, this.asked);
    if (++this.used > this.places.length * FULLEST) this.rehash();
    else this.places[this.freePlace()] = row;
  }

  private ask(row: number): void {
    const { asked, words } = this;
    for (let at = 0; at < WORDS; at++) asked[at] = words[at]![row]!;
  }

  private write(row: number, id: Uint32Array): void {
    for (let at = 0; at < WORDS; at++) this.words[at]![row] = id[at]!;
  }

  /** Where the asked id stands, or the empty place at which the search for it ends. */
  private placeOf(): number {
    const { places, asked } = this;
    const last = places.length - 1;
    for (let place = hashOf(asked) & last; ; place = (place + 1) & last) {
      const row = places[place]!;
      if (row === EMPTY || (row >= 0 && this.isAsked(row))) return place;
    }
  }

  private freePlace(): number {
    const last = this.places.length - 1;
    let place = hashOf(this.asked) & last;
    while (this.places[place] !== EMPTY) place = (place + 1) & last;
    return place;
  }

  private isAsked(row: number): boolean {
    const { words, asked } = this;
    for (let at = WORDS - 1; at >= 0; at--) if (words[at]![row] !== asked[at]) return false;
    return true;
  }

  private rehash(): void {
    this.places = new Int32Array(placesFor(this.capacity)).fill(EMPTY);
    this.used = 0;
    const { asked } = this;
    for (let row = 0; row < this.capacity; row++) {
      this.ask(row);
      if ((asked[0]! | asked[1]! | asked[2]! | asked[3]!) === 0) continue; // a row without an id
      this.places[this.freePlace()] = row;
      this.used += 1;
    }
  }
}

const placesFor = (capacity: number): number => 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)));

const hashOf = (words: Uint32Array): number => (Math.imul(words[3]!, 0x9e37_79b1) ^ words[2]! ^ words[0]!) >>> 0;

/** Reads the digits of an id without making a text of any part of it. */
function readInto(words: Uint32Array, id: string): void {
  let digits = 0;
  let word = 0;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    if (code === DASH) continue;
    word = (word << 4) | (code < LETTERS ? code & 15 : (code & 15) + 9);
    if ((++digits & 7) === 0) words[(digits >>> 3) - 1] = word;
  }
}
