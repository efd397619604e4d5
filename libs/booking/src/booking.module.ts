import { Module } from '@nestjs/common';
import { AffectedBookingRepository } from './affected-booking.repository.js';
import { AllocationEntity } from './allocation.entity.js';
import { AllocationRepository } from './allocation.repository.js';
import { AvailabilityService } from './availability.service.js';
import { BoardGroups } from './board-groups.service.js';
import { BookingAlternatives } from './booking-alternatives.js';
import { BookingApproval } from './booking-approval.service.js';
import { BookingAttendance } from './booking-attendance.service.js';
import { BookingEntity } from './booking.entity.js';
import { BookingFactsLoader } from './booking-facts.js';
import { BookingLifecycle } from './booking-lifecycle.service.js';
import { BookingMaker } from './booking-maker.service.js';
import { BookingMover } from './booking-mover.service.js';
import { BookingReader } from './booking-reader.repository.js';
import { BookingTransitions } from './booking-transitions.service.js';
import { BookingRepository } from './booking.repository.js';
import { BookingWriter } from './booking-writer.service.js';
import { BookingService } from './booking.service.js';
import { Calendar } from './calendar.js';
import { CalendarFeedRepository } from './calendar-feed.repository.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { ClosingService } from './closing.service.js';
import { ClosureRepository } from './closure.repository.js';
import { ClosureService } from './closure.service.js';
import { FreedSlots } from './freed-slots.service.js';
import { HubEntity } from './hub.entity.js';
import { HubService } from './hub.service.js';
import { BookedFutureRepository } from './booked-future.repository.js';
import { InductionRepository } from './induction.repository.js';
import { InductionService } from './induction.service.js';
import { InductionSessionService } from './induction-session.service.js';
import { OpeningRepository } from './opening.repository.js';
import { OpeningService } from './opening.service.js';
import { PolicyRepository } from './policy.repository.js';
import { PolicyService } from './policy.service.js';
import { RuledOutBookings } from './ruled-out-bookings.service.js';
import { InductionSessionRepository } from './induction-session.repository.js';
import { PersonFactsRepository } from './person-facts.repository.js';
import { LostBookings } from './lost-bookings.service.js';
import { OutOfOrderService } from './out-of-order.service.js';
import { PlaceRepository } from './place.repository.js';
import { PoolArranger } from './pool-arranger.service.js';
import { PoolCalendarRepository } from './pool-calendar.repository.js';
import { PoolEntity } from './pool.entity.js';
import { ResourceEntity } from './resource.entity.js';
import { StandingBookingRepository } from './standing-booking.repository.js';
import { SeriesChanges } from './series-change.service.js';
import { SeriesDatesRepository } from './series-dates.repository.js';
import { SeriesMover } from './series-mover.js';
import { SeriesPlanner } from './series-planner.js';
import { SeriesRepository } from './series.repository.js';
import { SeriesService } from './series.service.js';
import { UnitRescue } from './unit-rescue.service.js';
import { WaitingAnswers } from './waiting-answers.service.js';
import { WaitingEntryRepository } from './waiting-entry.repository.js';
import { WaitingListService } from './waiting-list.service.js';
import { WaitingOffers } from './waiting-offers.service.js';

/** For the data source of every process that has bookings. */
export const bookingEntities = [HubEntity, PoolEntity, ResourceEntity, BookingEntity, AllocationEntity];

/** Places, their calendar and the bookings in it. */
@Module({
  providers: [
    PlaceRepository,
    AllocationRepository,
    BookingRepository,
    BookingReader,
    InductionSessionRepository,
    InductionRepository,
    InductionService,
    InductionSessionService,
    BookedFutureRepository,
    RuledOutBookings,
    PolicyRepository,
    PolicyService,
    OpeningRepository,
    OpeningService,
    PersonFactsRepository,
    BookingFactsLoader,
    BookingAlternatives,
    PoolCalendarRepository,
    PoolArranger,
    BookingWriter,
    BookingMaker,
    StandingBookingRepository,
    BookingTransitions,
    BookingService,
    BookingApproval,
    BookingMover,
    BookingAttendance,
    BookingLifecycle,
    AvailabilityService,
    BoardGroups,
    HubService,
    Calendar,
    WaitingEntryRepository,
    WaitingOffers,
    FreedSlots,
    WaitingListService,
    WaitingAnswers,
    AffectedBookingRepository,
    LostBookings,
    UnitRescue,
    ClosingService,
    ClosureRepository,
    ClosureService,
    OutOfOrderService,
    CalendarFeedRepository,
    CalendarFeeds,
    SeriesRepository,
    SeriesDatesRepository,
    SeriesPlanner,
    SeriesMover,
    SeriesService,
    SeriesChanges,
  ],
  exports: [
    BookingApproval,
    BookingMover,
    BookingAttendance,
    WaitingListService,
    WaitingAnswers,
    ClosureService,
    OutOfOrderService,
    BookingService,
    AvailabilityService,
    BoardGroups,
    HubService,
    InductionService,
    InductionSessionService,
    OpeningService,
    PolicyService,
    Calendar,
    CalendarFeeds,
    SeriesService,
    SeriesChanges,
  ],
})
export class BookingModule {}
