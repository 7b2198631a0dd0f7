import { mayBecome } from '../common/lifecycle';
import { EXPORT_LIFECYCLE, exportKeptUntil, ExportStatus } from './data-export';

const STATES = Object.values(ExportStatus);

describe('a copy of one’s own data', () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(mayBecome(EXPORT_LIFECYCLE, from, to)).toBe(from === 'QUEUED' && to !== 'QUEUED');
  });

  it('can be fetched for seven days', () => {
    expect(exportKeptUntil('2026-11-30')).toBe('2026-12-07');
  });
});
