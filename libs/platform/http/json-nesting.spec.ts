import fc from 'fast-check';
import { nestsDeeperThan } from './json-nesting';

const bytes = (text: string): Uint8Array => Buffer.from(text);

/** How deep a parsed value nests. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** The signs that could lead the count astray stand in keys and values more often than by chance. */
const awkward = fc.string({
  unit: fc.constantFrom('"', '\\', '[', ']', '{', '}', 'a', '部', '😀', '\u2028', '\u0000', 'u'),
});
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    awkward,
    fc.integer(),
    fc.constantFrom(null, true, ''),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(awkward, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

describe('how deep a JSON text nests', () => {
  it.each([1, 2, 64])('is counted to the limit of %s and no further', (most) => {
    expect(nestsDeeperThan(bytes('['.repeat(most) + ']'.repeat(most)), most)).toBe(false);
    expect(nestsDeeperThan(bytes('['.repeat(most + 1) + ']'.repeat(most + 1)), most)).toBe(true);
    expect(nestsDeeperThan(bytes('{"a":'.repeat(most) + '1' + '}'.repeat(most)), most)).toBe(false);
    expect(nestsDeeperThan(bytes('{"a":'.repeat(most + 1)), most)).toBe(true);
  });

  it.each([
    ['brackets in a string', `["${'['.repeat(100)}"]`],
    ['brackets behind an escaped quote', `["\\"${'['.repeat(100)}"]`],
    ['brackets behind an escaped backslash and quote', `["\\\\\\"${'{'.repeat(100)}"]`],
    ['brackets in a key', `{"${'{'.repeat(100)}":1}`],
    ['brackets side by side', `[${'[],'.repeat(1_000)}[]]`],
    ['a string that never ends', `["${'['.repeat(100)}`],
    ['nothing', ''],
  ])('does not count %s', (_name, text) => {
    expect(nestsDeeperThan(bytes(text), 2)).toBe(false);
  });

  it.each([
    ['behind a string that ends in a backslash', `["\\\\",${'['.repeat(3)}`],
    ['behind an empty string', `["",${'['.repeat(3)}`],
    ['behind a word of four bytes', `["😀",${'['.repeat(3)}`],
  ])('counts brackets %s', (_name, text) => {
    expect(nestsDeeperThan(bytes(text), 3)).toBe(true);
    expect(nestsDeeperThan(bytes(text), 4)).toBe(false);
  });

  it('is what a parser finds, for any value and however it is spaced', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = bytes(JSON.stringify(value, null, space));
        const depth = depthOf(JSON.parse(Buffer.from(text).toString()));
        expect(nestsDeeperThan(text, depth)).toBe(false);
        if (depth > 0) expect(nestsDeeperThan(text, depth - 1)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same for bytes that are no UTF-8 as for what they are read as', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0xc0, 0xa2, 0xe2, 0x82, 0xff)), (raw) => {
        const sent = Uint8Array.from(raw);
        const read = bytes(Buffer.from(sent).toString());
        for (const most of [0, 1, 3]) expect(nestsDeeperThan(sent, most)).toBe(nestsDeeperThan(read, most));
      }),
      { numRuns: 2_000 },
    );
  });
});
