import { personOf, rolesOf } from './provider-person.js';

const claims = { iss: 'https://id.example', sub: 's-1', email: 'Aino@Town.example', email_verified: true };
const roleMap = [
  { group: 'digi-staff', role: 'staff', hub: 'viitasaari' },
  { group: 'digi-admin', role: 'admin', hub: 'viitasaari' },
] as const;

describe('a person whom the provider knows', () => {
  it('has the address that the provider vouches for, in lower case', () => {
    expect(personOf(claims).verifiedEmail).toBe('aino@town.example');
  });

  it.each([false, undefined, 'true', 1, null])('has no address when it is verified: %p', (isVerified) => {
    expect(personOf({ ...claims, email_verified: isVerified }).verifiedEmail).toBeUndefined();
  });

  it.each([undefined, 7, 'nobody'])('has no address that is %p', (email) => {
    expect(personOf({ ...claims, email }).verifiedEmail).toBeUndefined();
  });

  it('has a name when there is one', () => {
    expect(personOf({ ...claims, name: ' Aino ' }).name).toBe('Aino');
    expect(personOf({ ...claims, name: '  ' }).name).toBeUndefined();
  });
});

describe('groups', () => {
  it('give the roles that the map names, and no others', () => {
    expect(rolesOf(['digi-admin', 'choir'], roleMap)).toEqual([roleMap[1]]);
    expect(rolesOf('digi-staff', roleMap)).toEqual([roleMap[0]]);
  });

  it.each([undefined, null, 7, {}, [], ['DIGI-STAFF'], [['digi-staff']]])('%j give none', (claim) => {
    expect(rolesOf(claim, roleMap)).toEqual([]);
  });
});
