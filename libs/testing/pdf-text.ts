import { inflateSync } from 'node:zlib';

type Objects = ReadonlyMap<string, string>;

/** The objects of a document as pdfkit writes them: each on its own, bytes as latin1. */
function objectsOf(bytes: Buffer): Objects {
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of bytes.toString('latin1').matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g))
    objects.set(id, body);
  return objects;
}

function streamOf(body: string): string {
  const bytes = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body)?.[1];
  if (bytes === undefined) return '';
  const raw = Buffer.from(bytes, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
}

const signOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What a font’s glyphs mean, from its ToUnicode map. */
function signsOf(map: string): ReadonlyMap<number, string> {
  const signs = new Map<number, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-fA-F]+)>\s*<[0-9a-fA-F]+>\s*\[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-fA-F\s]*)>/g)].forEach(([, hex = ''], index) => {
      const plain = hex.replace(/\s/g, '');
      if (plain !== '') signs.set(parseInt(from, 16) + index, signOf(plain));
    });
  return signs;
}

function fontsOf(objects: Objects): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (map !== undefined) fonts.set(name, signsOf(streamOf(objects.get(map) ?? '')));
    }
  return fonts;
}

/** The text of a PDF that pdfkit wrote, sign by sign as a reader would copy it, without the breaks of its lines. */
export function pdfText(bytes: Buffer): string {
  const objects = objectsOf(bytes);
  const fonts = fontsOf(objects);
  let text = '';
  for (const body of objects.values()) {
    const content = streamOf(body);
    if (!/\bBT\b/.test(content)) continue;
    let font: ReadonlyMap<number, string> = new Map();
    for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]+)>/g)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map();
      for (const glyph of hex?.match(/.{4}/g) ?? []) text += font.get(parseInt(glyph, 16)) ?? '';
    }
  }
  return text;
}
