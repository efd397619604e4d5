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

/** What somebody wants to know about the calendar. */
export interface OccupationQuery extends Interval {
  readonly resourceIds: readonly string[];
  /** A booking whose time does not count. */
  readonly leaveOut?: string | undefined;
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

  /**
   * The same for several who want to know different things; one query however many there are.
   * @returns in the order of the questions, each in order of start
   */
  async occupationsOfEach(reader: Reader, queries: readonly OccupationQuery[]): Promise<Occupation[][]> {
    const wanted = queries.flatMap(({ resourceIds, start, end, leaveOut }, index) =>
      resourceIds.map((resourceId) => ({ index, resourceId, from: new Date(start), to: new Date(end), leaveOut })),
    );
    const rows = await reader.query<Occupation & { index: number }>(
      `SELECT w.index, a.resource_id AS "resourceId", a.kind,
         (extract(epoch FROM lower(a.during)) * 1000)::float8 AS start,
         (extract(epoch FROM upper(a.during)) * 1000)::float8 AS "end"
       FROM unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::uuid[])
         AS w (index, resource_id, "from", "to", leave_out)
       JOIN allocation a ON a.active AND a.resource_id = w.resource_id AND a.during && tstzrange(w."from", w."to")
         AND (w.leave_out IS NULL OR a.booking_id IS DISTINCT FROM w.leave_out)
       ORDER BY w.index, lower(a.during)`,
      [
        wanted.map(({ index }) => index),
        wanted.map(({ resourceId }) => resourceId),
        wanted.map(({ from }) => from),
        wanted.map(({ to }) => to),
        wanted.map(({ leaveOut }) => leaveOut ?? null),
      ],
    );
    const answers = queries.map((): Occupation[] => []);
    for (const { index, ...occupation } of rows) answers[index]?.push(occupation);
    return answers;
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
