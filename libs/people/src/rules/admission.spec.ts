import { accessLevels } from '../access/access.js';
import { refuseAdmission, type Caller } from './admission.js';

const resident: Caller = { standing: 'full', roles: [] };
const staff: Caller = { standing: 'full', roles: [{ role: 'staff' }] };
const admin: Caller = { standing: 'full', roles: [{ role: 'staff' }, { role: 'admin' }] };
const systemAdmin: Caller = { standing: 'full', roles: [], isSystemAdmin: true };
const halfOpen: Caller = { standing: 'half_open', roles: [] };
const unproven: Caller = { standing: 'unproven', roles: [] };
const forPeople = accessLevels.filter((level) => level !== 'device');
const answers = (caller: Caller | undefined) => forPeople.map((level) => refuseAdmission(level, caller) ?? 'in');

const forbidden = 'auth.forbidden';
const secondFactor = 'auth.second_factor_required';

describe('the door', () => {
  it.each([
    // public, signing_in, resident, staff, admin, system
    ['nobody', undefined, ['in', ...Array<string>(5).fill('auth.required')]],
    ['a resident', resident, ['in', 'in', 'in', forbidden, forbidden, forbidden]],
    ['staff', staff, ['in', 'in', 'in', 'in', forbidden, forbidden]],
    ['an administrator', admin, ['in', 'in', 'in', 'in', 'in', forbidden]],
    ['a system administrator', systemAdmin, ['in', 'in', 'in', 'in', 'in', 'in']],
    ['somebody half signed in', halfOpen, ['in', 'in', secondFactor, secondFactor, secondFactor, secondFactor]],
    ['staff who must enrol first', unproven, ['in', 'in', 'in', secondFactor, secondFactor, secondFactor]],
  ] as const)('lets %s in where it should', (_who, caller, expected) => {
    expect(answers(caller)).toEqual(expected);
  });

  it('of devices lets no person in', () => {
    expect(refuseAdmission('device', systemAdmin)).toBe('device.unknown');
  });
});
