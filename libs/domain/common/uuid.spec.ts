import { isUuid } from './uuid';

describe('isUuid', () => {
  it.each([
    ['01a22a45-7695-704d-adf2-d94eb3d986f6', true],
    ['01A22A45-7695-704D-ADF2-D94EB3D986F6', true],
    ['00000000-0000-0000-0000-000000000000', true],
    ['', false],
    ['01a22a457695704dadf2d94eb3d986f6', false],
    ['01a22a45-7695-704d-adf2-d94eb3d986f', false],
    ['01a22a45-7695-704d-adf2-d94eb3d986f66', false],
    ['01a22a45-7695-704d-adf2-d94eb3d986fg', false],
    ['01a22a45-7695-704d-adf2-d94eb3d986f6\n', false],
  ])('%j: %s', (text, expected) => expect(isUuid(text)).toBe(expected));
});
