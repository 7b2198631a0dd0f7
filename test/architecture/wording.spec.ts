import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isUnfitWording } from '#domain/common/term-list';

const ROOT = path.join(__dirname, '../..');

/** The left column of the table of banned words: the one place where they are written out for people. */
function bannedWords(): string[] {
  const glossary = readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8');
  const table = glossary.slice(glossary.indexOf('## 禁用词与替代')).split('\n## ')[0] ?? '';
  const cells = table
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('---') && !line.includes('banned  '))
    .map((line) => line.split('|')[1] ?? '');
  return cells
    .flatMap((cell) => cell.replace(/[（(][^）)]*[）)]/g, '').split(/[、,，]/))
    .map((word) => word.trim())
    .filter((word) => word.length > 1);
}

/** Text literals of a source: comments and code are nobody's reading. */
const literalsOf = (text: string): string[] =>
  [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, one, two, three]) => one ?? two ?? three ?? '',
  );

const filesUnder = (folder: string, kind: RegExp): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file) && !/\.(spec|int-spec)\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));

describe('the words that we do not use', () => {
  const words = bannedWords();

  it('are all on the list that the programme looks for', () => {
    expect(words.length).toBeGreaterThan(40);
    const unknown = words.filter((word) => !isUnfitWording(word));
    expect(unknown).toEqual([]);
  });

  it('stand in no text of the interface, in neither language', () => {
    const found = filesUnder('apps/web/src/lib/i18n', /\.ts$/).flatMap((file) =>
      literalsOf(readFileSync(path.join(ROOT, file), 'utf8'))
        .filter(isUnfitWording)
        .map((text) => ({ file, text })),
    );
    expect(found).toEqual([]);
  });

  it('stand in no text of a page, mail, letter or document', () => {
    const sources = [...filesUnder('apps/web/src', /\.(tsx|html)$/), 'apps/web/index.html'];
    const texts = filesUnder('libs/features', /(template|letter|mail|pdf|notice|text)[^/]*\.ts$/);
    const found = [...sources, ...texts].flatMap((file) =>
      literalsOf(readFileSync(path.join(ROOT, file), 'utf8'))
        .filter((text) => /[\u4e00-\u9fff ]/.test(text) && isUnfitWording(text))
        .map((text) => ({ file, text })),
    );
    expect(found).toEqual([]);
  });
});
