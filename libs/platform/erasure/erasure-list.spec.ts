import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ErasureList } from './erasure-list';

const COUNTY = '0197c2a0-0000-7000-8000-000000000001';
const one = {
  countyId: COUNTY,
  clientId: '0197c2a0-0000-7000-8000-00000000000a',
  erasedAt: '2026-03-01T00:00:00.000Z',
};
const other = { ...one, clientId: '0197c2a0-0000-7000-8000-00000000000b' };

describe('the list of erased people', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-erasures-'));
  const list = new ErasureList(home);

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('is empty before the first', async () => {
    expect(await list.read(COUNTY)).toEqual([]);
  });

  it('names everybody once, and holds nothing but ids', async () => {
    await list.append(one);
    await list.append(other);
    await list.append(one);
    expect(await list.read(COUNTY)).toEqual([one, other]);
  });

  it('survives a line that was torn off', async () => {
    const file = path.join(home, 'erasures', `${COUNTY}.jsonl`);
    appendFileSync(file, '{"countyId":"0197');
    const third = { ...one, clientId: '0197c2a0-0000-7000-8000-00000000000c' };
    await list.append(third);
    expect(await list.read(COUNTY)).toEqual([one, other, third]);
  });

  it('is readable by its owner only', () => {
    const folder = path.join(home, 'erasures');
    const modes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o600]);
  });
});
