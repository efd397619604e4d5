import { Injectable } from '@nestjs/common';
import type { Me, UpdateMe } from '#libs/contracts';
import { AccountRepository } from './account.repository.js';
import type { SignedIn } from '../access/viewer.js';

/** A person's own profile. */
@Injectable()
export class AccountService {
  constructor(private readonly accounts: AccountRepository) {}

  /** @returns the profile as it is after the change */
  async update(viewer: SignedIn, { displayName, locale, reminders }: UpdateMe): Promise<Me> {
    const changes = {
      ...(displayName !== undefined && { displayName }),
      ...(locale !== undefined && { locale }),
      ...(reminders !== undefined && { reminders }),
    };
    if (Object.keys(changes).length > 0) await this.accounts.update(viewer.accountId, changes);
    return describeMe({ ...viewer, ...changes });
  }
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
