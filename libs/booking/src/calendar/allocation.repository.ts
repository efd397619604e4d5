import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { BusyTimes, Occupation } from '../making/booking-option.js';
import type { Interval } from '../rules/interval.js';

/** Whatever runs SQL: the database, or a transaction when the answer must hold in it. */
export type Reader = Pick<Transaction, 'query'>;

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
    // Numbers, because reading thousands of instants as dates takes longer than finding them.
    return reader.query<Occupation>(
      `SELECT resource_id AS "resourceId", kind, (extract(epoch FROM lower(during)) * 1000)::float8 AS start,
         (extract(epoch FROM upper(during)) * 1000)::float8 AS "end"
       FROM allocation
       WHERE active AND resource_id = ANY($1) AND during && tstzrange($2, $3)
         AND ($4::uuid IS NULL OR booking_id IS DISTINCT FROM $4)
       ORDER BY lower(during)`,
      [resourceIds, new Date(range.start), new Date(range.end), range.leaveOut ?? null],
    );
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
