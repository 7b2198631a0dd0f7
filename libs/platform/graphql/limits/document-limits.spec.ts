import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT_LIMITS, exceededLimit, type DocumentLimit } from './document-limits';

const nested = (levels: number): string => 'a{'.repeat(levels - 1) + 'a' + '}'.repeat(levels - 1);
const times = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join(' ');

/** A document with `n` of what the limit counts, and little of anything else. */
const holding: Readonly<Record<DocumentLimit, (n: number) => string>> = {
  brackets: (n) => `{ a(x: ${'['.repeat(n - 2)}${']'.repeat(n - 2)}) }`,
  tokens: (n) => `{ ${times(n - 2, () => 'a')} }`,
  depth: (n) => `{ ${nested(n)} }`,
  aliases: (n) => `{ ${times(n, (i) => `x${i}: __typename`)} }`,
  directives: (n) => `{ a ${times(n, () => '@include(if: true)')} }`,
  fragments: (n) => `{ ${times(n, () => '... on Query { a }')} }`,
  variables: (n) => `query (${times(n, (i) => `$v${i}: Int`)}) { a }`,
};

describe('limits of a document', () => {
  it.each(Object.entries(DOCUMENT_LIMITS) as [DocumentLimit, number][])(
    'takes a document at the limit of %s (%i) and refuses one more',
    (limit, most) => {
      expect(exceededLimit(holding[limit](most))).toBeNull();
      expect(exceededLimit(holding[limit](most + 1))).toBe(limit);
    },
  );

  it('is not misled by brackets that close inside a text', () => {
    const opened = 'a(x: "}}}}")'.concat('{').repeat(70);
    expect(exceededLimit(`{ ${opened}`)).toBe('brackets');
  });

  it('refuses a document 10,000 levels deep without recursing into it', () => {
    expect(exceededLimit(`{ ${nested(10_000)} }`)).toBe('brackets');
  });

  it('follows fragments into the depth, and counts a circle as endless', () => {
    const chain = `{ ...A } fragment A on Q { ${nested(5)} ...B } fragment B on Q { ${nested(8)} }`;
    expect(exceededLimit(chain)).toBeNull();
    expect(exceededLimit(`{ a { ...A } } fragment A on Q { ${nested(8)} }`)).toBe('depth');
    expect(exceededLimit('{ ...A } fragment A on Q { a { ...B } } fragment B on Q { ...A }')).toBe('depth');
  });

  it('measures fragments that double at each step once each', () => {
    const doubling = times(19, (i) => `fragment F${i} on Q { ...F${i + 1} ...F${i + 1} }`);
    expect(exceededLimit(`{ ...F0 } ${doubling} fragment F19 on Q { a }`)).toBeNull();
  });

  it('leaves what is no GraphQL to the parser', () => {
    expect(exceededLimit('{ a')).toBeNull();
    expect(exceededLimit('%')).toBeNull();
  });

  it('takes every document of our own web', () => {
    const manifest = path.resolve(__dirname, '../../../contract/trusted-documents.json');
    const texts = Object.values(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => exceededLimit(text) !== null)).toEqual([]);
  });
});
