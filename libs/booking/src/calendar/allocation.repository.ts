import { Injectable } from '@nestjs/common';
import type { BusyKind } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { BusyTimes, Occupation } from '../making/booking-option.js';
import type { Interval } from '../rules/interval.js';

/** Whatever runs SQL: the database, or a transaction when the answer must hold in it. */
export type Reader = Pick<Transaction, 'query'>;

/** Everything of one kind that occupies a resource: the first start belongs to the first end. */
interface Row {
  resourceId: string;
  kind: BusyKind;
  starts: number[];
  ends: number[];
}

/** The calendar's rows, read for many resources at once. */
@Injectable()
export class AllocationRepository {
  /**
   * Everything that occupies the resources in a range; one query however many there are.
   * @param range.leaveOut a booking whose time does not count
   * @returns each resource's in order of start
   */
  async occupations(
    reader: Reader,
    resourceIds: readonly string[],
    range: Interval & { leaveOut?: string | undefined },
  ): Promise<Occupation[]> {
    // Lists of numbers, because reading thousands of rows and instants takes longer than finding them.
    const rows = await reader.query<Row>(
      `SELECT resource_id AS "resourceId", kind,
         to_json(array_agg((date_part('epoch', lower(during)) * 1000)::bigint)) AS starts,
         to_json(array_agg((date_part('epoch', upper(during)) * 1000)::bigint)) AS ends
       FROM allocation
       WHERE active AND resource_id = ANY($1) AND during && tstzrange($2, $3)
         AND ($4::uuid IS NULL OR booking_id IS DISTINCT FROM $4)
       GROUP BY resource_id, kind`,
      [resourceIds, new Date(range.start), new Date(range.end), range.leaveOut ?? null],
    );
    return rows
      .flatMap(({ resourceId, kind, starts, ends }) =>
        starts.map((start, index): Occupation => ({ resourceId, kind, start, end: ends[index] ?? start })),
      )
      .sort((a, b) => a.start - b.start);
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
