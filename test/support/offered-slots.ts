import { FreedSlots, type FreedSlot } from '../../libs/booking/src/waiting-list/freed-slots.service.js';
import type { BookingFixture } from './booking-fixture.js';

/** Notes which freed time is offered to those who wait, until it is restored. */
export class OfferedSlots {
  private readonly offer: jest.SpyInstance;

  constructor(private readonly fixture: BookingFixture) {
    this.offer = jest.spyOn(fixture.get(FreedSlots), 'offer');
  }

  restore(): void {
    this.offer.mockRestore();
  }

  /** Like `studio 10:00–10:30`, times in UTC. */
  list(): string[] {
    return this.offer.mock.calls.flatMap(([, slots]: [unknown, FreedSlot[]]) => slots.map((slot) => this.textOf(slot)));
  }

  private textOf({ hubId, resourceId, start, end }: FreedSlot): string {
    const slug = [...this.fixture.ids].find(([, id]) => id === resourceId)?.[0];
    const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16);
    return `${slug} ${clock(start)}–${clock(end)}${hubId === this.fixture.id('hub') ? '' : ' elsewhere'}`;
  }
}
