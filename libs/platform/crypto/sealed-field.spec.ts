import { randomBytes } from 'node:crypto';
import { newClientKey, openClientKey, wrapClientKey } from './client-keys';
import type { CountyKeys } from './county-keys';
import { openSealed, sealedUnder, sealUnderClient, sealUnderCounty } from './sealed-field';

const COUNTY = '0197c2a0-0000-7000-8000-000000000001';
const CLIENT = '0197c2a0-0000-7000-8000-00000000000c';
const place = { table: 'client', column: 'name_enc', rowId: CLIENT };
const plain = Buffer.from('周水莲');

const keysOf = (...versions: number[]): CountyKeys => ({
  dataVersion: Math.max(...versions),
  data: new Map(versions.map((version) => [version, randomBytes(32)])),
  blindIndex: randomBytes(32),
});

describe('a sealed field', () => {
  it('says under which key it lies', () => {
    const keys = keysOf(1, 7);
    expect(sealedUnder(sealUnderCounty(keys, COUNTY, place, plain))).toEqual({ key: 'COUNTY', version: 7 });
    expect(sealedUnder(sealUnderClient(randomBytes(32), COUNTY, place, plain))).toEqual({ key: 'CLIENT' });
  });

  it('opens under its key at its place', () => {
    const keys = keysOf(3);
    const own = randomBytes(32);
    const shared = keys.data.get(3) ?? Buffer.alloc(0);
    expect(openSealed(shared, COUNTY, place, sealUnderCounty(keys, COUNTY, place, plain))).toEqual(plain);
    expect(openSealed(own, COUNTY, place, sealUnderClient(own, COUNTY, place, plain))).toEqual(plain);
  });

  it.each([
    ['another row', { ...place, rowId: COUNTY }, COUNTY],
    ['another column', { ...place, column: 'phone_enc' }, COUNTY],
    ['another table', { ...place, table: 'contact' }, COUNTY],
    ['another county', place, CLIENT],
  ])('does not open in %s', (_, at, county) => {
    const own = randomBytes(32);
    expect(() => openSealed(own, county, at, sealUnderClient(own, COUNTY, place, plain))).toThrow();
  });

  it('does not open under a client’s key when it says that it lies under the county’s', () => {
    const own = randomBytes(32);
    const sealed = sealUnderClient(own, COUNTY, place, plain);
    sealed.writeUInt16BE(1, 0);
    expect(() => openSealed(own, COUNTY, place, sealed)).toThrow();
  });

  it('is refused where its version of a client’s key is not known', () => {
    const sealed = sealUnderClient(randomBytes(32), COUNTY, place, plain);
    sealed.writeUInt16BE(0x8002, 0);
    expect(() => sealedUnder(sealed)).toThrow('unknown version');
  });
});

describe('a client’s key', () => {
  it('is the same key after it was wrapped under a newer key of the county', () => {
    const keys = keysOf(1, 2);
    const older: CountyKeys = { ...keys, dataVersion: 1 };
    const { key, ...stored } = newClientKey(older, COUNTY, CLIENT);
    const renewed = wrapClientKey(keys, COUNTY, CLIENT, key);
    expect([stored.countyKeyVersion, renewed.countyKeyVersion]).toEqual([1, 2]);
    expect(openClientKey(keys, COUNTY, stored)).toEqual(openClientKey(keys, COUNTY, renewed));
  });

  it('does not open for another client, nor in another county', () => {
    const keys = keysOf(1);
    const { key: _, ...stored } = newClientKey(keys, COUNTY, CLIENT);
    expect(() => openClientKey(keys, COUNTY, { ...stored, clientId: COUNTY })).toThrow();
    expect(() => openClientKey(keys, CLIENT, stored)).toThrow();
  });

  it('is nothing once it is destroyed', () => {
    expect(openClientKey(keysOf(1), COUNTY, { clientId: CLIENT, countyKeyVersion: 1, wrapped: null })).toBeNull();
  });
});
