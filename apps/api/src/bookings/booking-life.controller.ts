import { Body, Controller, HttpCode, Param, Patch, Post, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  bookingSchema,
  declineBookingSchema,
  extendBookingSchema,
  idSchema,
  moveBookingSchema,
  type Booking,
  type DeclineBooking,
  type ExtendBooking,
  type MoveBooking,
} from '#libs/contracts';
import { BookingApproval, BookingAttendance, BookingMover, BookingService } from '#libs/booking';
import { Access, ReadsPersons } from '#libs/people';
import { EntityTag, ifMatchHeader } from '../http/entity-tag.js';
import { Terms, type ChangeTerms } from '../http/change-terms.js';

/** What happens to a booking once it is made. Every answer is the booking as it is afterwards. */
@ApiTags('bookings')
@ReadsPersons('bookings')
@Controller('bookings/:id')
@UseInterceptors(EntityTag)
export class BookingLifeController {
  constructor(
    private readonly bookings: BookingService,
    private readonly approval: BookingApproval,
    private readonly mover: BookingMover,
    private readonly attendance: BookingAttendance,
  ) {}

  @Patch()
  @Access('resident')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  async move(
    @Param('id', { schema: idSchema }) bookingId: string,
    @Terms() terms: ChangeTerms,
    @Body({ schema: moveBookingSchema }) body: MoveBooking,
  ): Promise<Booking> {
    await this.mover.move({ bookingId, ...terms }, body);
    return this.bookings.get(bookingId, terms.asking);
  }

  @Post('extend')
  @HttpCode(200)
  @Access('resident')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  async extend(
    @Param('id', { schema: idSchema }) bookingId: string,
    @Terms() terms: ChangeTerms,
    @Body({ schema: extendBookingSchema }) body: ExtendBooking,
  ): Promise<Booking> {
    await this.mover.extend({ bookingId, ...terms }, body.endsAt);
    return this.bookings.get(bookingId, terms.asking);
  }

  @Post('confirm')
  @HttpCode(200)
  @Access('resident')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  async confirm(@Param('id', { schema: idSchema }) bookingId: string, @Terms() terms: ChangeTerms): Promise<Booking> {
    await this.approval.confirm({ bookingId, ...terms });
    return this.bookings.get(bookingId, terms.asking);
  }

  @Post('approve')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  async approve(@Param('id', { schema: idSchema }) bookingId: string, @Terms() terms: ChangeTerms): Promise<Booking> {
    await this.approval.approve({ bookingId, ...terms });
    return this.bookings.get(bookingId, terms.asking);
  }

  @Post('decline')
  @HttpCode(200)
  @Access('staff')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  async decline(
    @Param('id', { schema: idSchema }) bookingId: string,
    @Terms() terms: ChangeTerms,
    @Body({ schema: declineBookingSchema }) body: DeclineBooking,
  ): Promise<Booking> {
    await this.approval.decline({ bookingId, ...terms }, body.reason);
    return this.bookings.get(bookingId, terms.asking);
  }

  @Post('check-in')
  @HttpCode(200)
  @Access('resident')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  async checkIn(@Param('id', { schema: idSchema }) bookingId: string, @Terms() terms: ChangeTerms): Promise<Booking> {
    await this.attendance.checkIn({ bookingId, ...terms });
    return this.bookings.get(bookingId, terms.asking);
  }

  @Post('check-out')
  @HttpCode(200)
  @Access('resident')
  @ApiHeader(ifMatchHeader)
  @ApiOkResponse({ standardSchema: bookingSchema })
  async checkOut(@Param('id', { schema: idSchema }) bookingId: string, @Terms() terms: ChangeTerms): Promise<Booking> {
    await this.attendance.checkOut({ bookingId, ...terms });
    return this.bookings.get(bookingId, terms.asking);
  }
}
