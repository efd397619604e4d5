import { Injectable } from '@nestjs/common';
import type { PersonalDataRead, ReadKind } from '#libs/contracts';
import { Clock } from '#libs/platform';
import type { Viewer } from '../access/viewer.js';
import type { PersonSeen } from '../rules/persons-in.js';
import { ReadLogRepository, type ReadOfPerson } from './read-log.repository.js';

/** Who of the staff has looked at whose data. */
@Injectable()
export class ReadLogService {
  constructor(
    private readonly reads: ReadLogRepository,
    private readonly clock: Clock,
  ) {}

  /** One's own data are nobody's business to log. */
  async write(viewer: Viewer, kind: ReadKind, seen: readonly PersonSeen[]): Promise<void> {
    const others = seen.filter(({ personId }) => personId !== viewer.accountId);
    if (others.length === 0) return;
    const reads = others.map(({ personId, hub }) => ({ personId, ...capacityOf(viewer, hub) }));
    await this.reads.add({ viewer, kind, at: this.clock.now() }, reads);
  }

  /** Who has looked at somebody's data, the last first. */
  async list(viewer: Viewer): Promise<PersonalDataRead[]> {
    const rows = await this.reads.list(viewer.accountId);
    return rows.map(({ at, ...read }) => ({ at: at.toISOString(), ...read }));
  }
}

/** In which role of which hub somebody looks. Whoever works in one hub only can have seen it nowhere else. */
function capacityOf({ roles }: Viewer, hub: string | undefined): Omit<ReadOfPerson, 'personId'> {
  const here = roles.filter((role) => role.hub === hub || role.hubId === hub);
  const known = here.length > 0 ? here : roles;
  const hubIds = new Set(known.map(({ hubId }) => hubId));
  const [hubId = null] = hubIds;
  return {
    role: known.some(({ role }) => role === 'admin') ? 'admin' : 'staff',
    hubId: hubIds.size === 1 ? hubId : null,
  };
}
