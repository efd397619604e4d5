import { Module } from '@nestjs/common';
import { BookingSweep } from './life/booking-sweep.service.js';
import { BookingModule } from './booking.module.js';

/** Bookings in the process that moves them on as time passes. */
@Module({ imports: [BookingModule], providers: [BookingSweep] })
export class BookingWorkModule {}
