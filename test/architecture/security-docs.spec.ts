import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const FOLDERS = ['docs/security', 'docs/runbooks'];
const FILE = /`((?:apps|libs|database|test|tools|docs)\/[\w./-]+\.\w+)`((?:[^`|]*?“[^”]+”)*)/g;

/** The pages, and what each says of files and of the titles in them. */
const pages = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(path.join(ROOT, folder, name), 'utf8') })),
);

describe('the pages on security', () => {
  it.each(pages)('name no file that is not there, and no test that nobody wrote: $name', ({ text }) => {
    const missing = [...text.matchAll(FILE)].flatMap(([, file = '', quoted = '']) => {
      if (!existsSync(path.join(ROOT, file))) return [file];
      const source = readFileSync(path.join(ROOT, file), 'utf8');
      const titles = [...quoted.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
      return titles.filter((title) => !source.includes(title)).map((title) => `${file}: ${title}`);
    });
    expect(missing).toEqual([]);
  });

  it.each(pages)('lead to no page that is not there: $name', ({ name, text }) => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !existsSync(path.join(ROOT, path.dirname(name), link)));
    expect(missing).toEqual([]);
  });

  it('have a row for every requirement of levels 1 and 2 in the chapters that are looked at', () => {
    const { text = '' } = pages.find(({ name }) => name.endsWith('asvs.md')) ?? {};
    const rows = new Set([...text.matchAll(/^\| (\d+\.\d+\.\d+)/gm)].map(([, number]) => number));
    expect(rows.size).toBeGreaterThan(85);
    for (const number of ['2.1.1', '4.3.1', '6.2.1', '7.4.5', '8.4.1', '9.1.1', '14.3.3', '16.5.3'])
      expect(rows).toContain(number);
  });
});
