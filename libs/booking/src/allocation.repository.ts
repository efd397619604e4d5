import { Injectable } from '@nestjs/common';
import type { BusyKind } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { BusyTimes, Occupation } from './booking-option.js';
import type { Interval } from './rules/interval.js';

/** Whatever runs SQL: the database, or a transaction when the answer must hold in it. */
export type Reader = Pick<Transaction, 'query'>;

interface OccupationRow {
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
  kind: BusyKind;
}

/** The calendar's rows, read for many resources at once. */
@Injectable()
export class AllocationRepository {
  /**
   * Everything that occupies the resources in a range; one query however many there are.
   * @param range.leaveOut a booking whose time does not count
   * @returns in order of start
   */
  async occupations(
    reader: Reader,
    resourceIds: readonly string[],
    range: Interval & { leaveOut?: string | undefined },
  ): Promise<Occupation[]> {
    const rows = await reader.query<OccupationRow>(
      `SELECT resource_id AS "resourceId", lower(during) AS "startsAt", upper(during) AS "endsAt", kind
       FROM allocation
       WHERE active AND resource_id = ANY($1) AND during && tstzrange($2, $3)
         AND ($4::uuid IS NULL OR booking_id IS DISTINCT FROM $4)
       ORDER BY lower(during)`,
      [resourceIds, new Date(range.start), new Date(range.end), range.leaveOut ?? null],
    );
    return rows.map(({ resourceId, startsAt, endsAt, kind }) => ({
      resourceId,
      kind,
      start: startsAt.getTime(),
      end: endsAt.getTime(),
    }));
  }
}

/** Groups occupations by resource. */
export function busyTimes(occupations: readonly Occupation[]): BusyTimes {
  const byResource = new Map<string, Occupation[]>();
  for (const occupation of occupations) {
    const list = byResource.get(occupation.resourceId);
    if (list === undefined) byResource.set(occupation.resourceId, [occupation]);
    else list.push(occupation);
  }
  return byResource;
}
