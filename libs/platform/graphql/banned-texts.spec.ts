import { LISTED_TERM } from '#testing/listed-term';
import { bannedTexts, textsWithIdentityNumber } from './banned-texts';

describe('the texts of an input', () => {
  it('are named by their paths where they hold a listed word, however deep, and never repeated', () => {
    const input = {
      note: `曾${LISTED_TERM}`,
      input: { places: ['人社局', `${LISTED_TERM.split('').join(' ')}`] },
      id: 'x',
    };
    expect(bannedTexts(input)).toEqual([['note'], ['input', 'places', '1']]);
  });

  it('meet the list in English too', () => {
    expect(bannedTexts({ reason: 'he is a recovering man' })).toEqual([['reason']]);
  });

  it.each(['质量管控岗', '重复发货', '周三上午需请假', 'Recorder of deliveries', 'clean the floor', '脱毒马铃薯种植'])(
    'may say %j: a word of work that only looks like one of the list',
    (text) => {
      expect(bannedTexts({ note: text, more: [text] })).toEqual([]);
    },
  );

  it('pass over what is no text', () => {
    expect(bannedTexts({ none: null, count: 3, when: new Date(0), missing: undefined, yes: true })).toEqual([]);
  });
});

describe('the texts of an input with an identity number', () => {
  it('are named by their paths, however it is written', () => {
    const input = { note: '身份证110105 19491231 002X', input: { name: ['周水莲', '11010519491231002X'] } };
    expect(textsWithIdentityNumber(input)).toEqual([['note'], ['input', 'name', '1']]);
  });

  it('are none of ids, phone numbers and numbers with another last sign', () => {
    const input = { id: '11010519-4912-3100-2000-110105194912', phone: '13800001111', note: '110105194912310021' };
    expect(textsWithIdentityNumber(input)).toEqual([]);
  });
});
