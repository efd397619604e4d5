import { personsIn } from './persons-in.js';

const aino = { id: 'a', displayName: 'Aino' };
const eino = { id: 'e', displayName: 'Eino' };

describe('the people in an answer', () => {
  it('are found at any depth, each with the hub nearest to it', () => {
    const answer = { items: [{ hub: 'north', person: aino }, { person: eino }], hub: 'south' };
    expect(personsIn(answer)).toEqual([
      { personId: 'a', hub: 'north' },
      { personId: 'e', hub: 'south' },
    ]);
  });

  it('belong to the hub of the address where the answer names none', () => {
    expect(personsIn({ items: [aino] }, 'north')).toEqual([{ personId: 'a', hub: 'north' }]);
  });

  it('are those who did what the record tells, and those it was done to', () => {
    const entry = { hub: 'north', by: { id: 'a', name: 'Aino' }, subjectType: 'account', subjectId: 'e' };
    expect(personsIn({ items: [entry] })).toEqual([
      { personId: 'a', hub: 'north' },
      { personId: 'e', hub: 'north' },
    ]);
    const byTime = { ...entry, by: { id: null, name: 'Järjestelmä' }, subjectType: 'booking' };
    expect(personsIn({ items: [byTime] })).toEqual([]);
  });

  it.each([null, undefined, 'Aino', 4, [], { id: 'a' }, { id: 'a', name: 'Aino' }])('are none in %j', (answer) => {
    expect(personsIn(answer)).toEqual([]);
  });
});
