import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Texts = { readonly [key: string]: string | Texts };

const source = path.join(__dirname, '../../apps/web/src');
const folderOf = (language: string): string => path.join(source, 'lib/i18n', language);
const namespaces = readdirSync(folderOf('zh-CN')).map((file) => path.parse(file).name);

async function textsOf(language: string, namespace: string): Promise<ReadonlyMap<string, string>> {
  const module = (await import(path.join(folderOf(language), `${namespace}.ts`))) as { readonly texts: Texts };
  return new Map(leaves(module.texts, ''));
}

const PLURAL = /_(one|other)$/;

function leaves(texts: Texts, prefix: string): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[(prefix + key).replace(PLURAL, ''), value]] : leaves(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('the texts of the interface', () => {
  it('exist in both languages for the same subjects', () => {
    expect(readdirSync(folderOf('en'))).toEqual(readdirSync(folderOf('zh-CN')));
  });

  it.each(namespaces)('say the same things in both languages: %s', async (namespace) => {
    const chinese = await textsOf('zh-CN', namespace);
    const english = await textsOf('en', namespace);
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it.each(namespaces)('fill in nothing in English that Chinese does not know: %s', async (namespace) => {
    const chinese = await textsOf('zh-CN', namespace);
    for (const [key, text] of await textsOf('en', namespace)) {
      expect({ key, names: placeholders(chinese.get(key) ?? '') }).toMatchObject({
        key,
        names: expect.arrayContaining(placeholders(text)) as string[],
      });
    }
  });
});

interface Use {
  readonly file: string;
  readonly namespaces: readonly string[];
  readonly key: string;
}

const FETCH = /useTranslation\((\[[^\]]*\]|'[^']*'|)\)/g;
const KEY = /\bt\(\s*'([^'$]+)'/g;

function usesOf(file: string): Use[] {
  const text = readFileSync(path.join(source, file), 'utf8');
  const fetched = new Set(['common']);
  for (const [, list = ''] of text.matchAll(FETCH)) {
    for (const [, name = ''] of list.matchAll(/'([^']+)'/g)) fetched.add(name);
  }
  return [...text.matchAll(KEY)].map(([, key = '']) => ({ file, namespaces: [...fetched], key }));
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

describe('a key in the code', () => {
  it('has a text in one of the subjects that its file asks for', async () => {
    const known = new Map<string, ReadonlyMap<string, string>>();
    for (const namespace of namespaces) known.set(namespace, await textsOf('zh-CN', namespace));
    const missing = files.flatMap(usesOf).filter(({ key, namespaces: asked }) => {
      const [name, rest] = key.includes(':') ? (key.split(':') as [string, string]) : [undefined, key];
      const places = name === undefined ? asked : asked.filter((one) => one === name);
      return !places.some((place) => known.get(place)?.has(rest) === true);
    });
    expect(missing).toEqual([]);
  });
});

describe('a state', () => {
  it('has a word in both languages', async () => {
    const map = readFileSync(path.join(source, 'components/status/status-map.ts'), 'utf8');
    const words = await textsOf('zh-CN', 'status');
    let kind = '';
    const missing: string[] = [];
    for (const line of map.split('\n')) {
      kind = /^ {2}(\w+): \{$/.exec(line)?.[1] ?? kind;
      const state = /^ {4}(\w+): \[/.exec(line)?.[1];
      if (state !== undefined && !words.has(`${kind}.${state}`)) missing.push(`${kind}.${state}`);
    }
    expect(missing).toEqual([]);
  });
});
