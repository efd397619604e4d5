import { Injectable } from '@nestjs/common';
import type { Me, Profile, UpdateMe } from '#libs/contracts';
import { Problem } from '#libs/platform';
import { AccountRepository, type ProfileChanges, type ToldProfile } from './account.repository.js';
import type { SignedIn } from '../access/viewer.js';

/** A person's own profile. */
@Injectable()
export class AccountService {
  constructor(private readonly accounts: AccountRepository) {}

  /**
   * One query, and none while a second factor is missing: until then only what it takes to show one is told.
   * @throws Problem `auth.required` when the account is gone since the session was looked up
   */
  async describe(viewer: SignedIn): Promise<Profile> {
    if (viewer.standing === 'half_open') return { ...describeMe(viewer), ...untold };
    const profile = await this.accounts.findProfile(viewer.accountId);
    if (profile === undefined) throw new Problem('auth.required');
    return { ...describeMe(viewer), ...profile };
  }

  /** @returns the profile as it is after the change */
  async update(viewer: SignedIn, wanted: UpdateMe): Promise<Profile> {
    const changes = definedOf(wanted);
    if (Object.keys(changes).length > 0) await this.accounts.update(viewer.accountId, changes);
    const { displayName = viewer.displayName, locale = viewer.locale, reminders = viewer.reminders } = changes;
    return this.describe({ ...viewer, displayName, locale, reminders });
  }
}

const untold: ToldProfile = { phone: null, municipality: null, ageGroup: null, organisations: [] };

function definedOf(wanted: UpdateMe): ProfileChanges {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** The signed-in person's own view; everybody is a resident of every hub. */
export function describeMe(viewer: SignedIn): Me {
  return {
    id: viewer.accountId,
    email: viewer.email,
    displayName: viewer.displayName,
    locale: viewer.locale,
    reminders: viewer.reminders,
    roles: [
      { role: 'resident', hub: null },
      ...(viewer.isSystemAdmin ? [{ role: 'system' as const, hub: null }] : []),
      ...viewer.roles.map(({ role, hub }) => ({ role, hub })),
    ],
    needsSecondFactor: viewer.standing === 'half_open',
    methods: [...viewer.methods],
    mustSetUpSecondFactor: viewer.standing === 'unproven',
  };
}
