import { Module } from '@nestjs/common';
import { AffectedBookingRepository } from './closing/affected-booking.repository.js';
import { AllocationEntity } from './calendar/allocation.entity.js';
import { AllocationRepository } from './calendar/allocation.repository.js';
import { AvailabilityService } from './calendar/availability.service.js';
import { BoardGroups } from './hub/board-groups.service.js';
import { BookingAlternatives } from './making/booking-alternatives.js';
import { BookingApproval } from './life/booking-approval.service.js';
import { BookingAttendance } from './life/booking-attendance.service.js';
import { BookingEntity } from './booking/booking.entity.js';
import { BookingFactsLoader } from './making/booking-facts.js';
import { BookingLifecycle } from './life/booking-lifecycle.service.js';
import { BookingMaker } from './making/booking-maker.service.js';
import { BookingMover } from './life/booking-mover.service.js';
import { RoomForChange } from './life/room-for-change.service.js';
import { BookingReader } from './booking/booking-reader.repository.js';
import { BookingTransitions } from './life/booking-transitions.service.js';
import { BookingRepository } from './making/booking.repository.js';
import { BookingAttempts } from './making/booking-attempts.service.js';
import { BookingTogether } from './making/booking-together.service.js';
import { BookingWriter } from './making/booking-writer.service.js';
import { BookingService } from './booking/booking.service.js';
import { Calendar } from './calendar/calendar.js';
import { LocalPrintCalendar } from './calendar/local-print-calendar.js';
import { DelayedBookings } from './life/delayed-bookings.service.js';
import { CalendarFeedRepository } from './calendar-feed/calendar-feed.repository.js';
import { CalendarFeeds } from './calendar-feed/calendar-feeds.service.js';
import { ClosingService } from './closing/closing.service.js';
import { ClosureRepository } from './closing/closure.repository.js';
import { ClosureService } from './closing/closure.service.js';
import { ComingBookings } from './booking/coming-bookings.repository.js';
import { HubSetup } from './hub/hub-setup.service.js';
import { PlaceSetupRepository } from './hub/place-setup.repository.js';
import { PoolSetup } from './hub/pool-setup.service.js';
import { ResourcePictureRepository } from './hub/resource-picture.repository.js';
import { ResourcePictures } from './hub/resource-pictures.service.js';
import { ResourceSetup } from './hub/resource-setup.service.js';
import { FaultPersonalData } from './fault/fault-personal-data.js';
import { FaultRepository } from './fault/fault.repository.js';
import { FaultService } from './fault/fault.service.js';
import { FreedSlots } from './waiting-list/freed-slots.service.js';
import { HubEntity } from './hub/hub.entity.js';
import { HubService } from './hub/hub.service.js';
import { BookedFutureRepository } from './policy/booked-future.repository.js';
import { InductionKindRepository } from './induction/induction-kind.repository.js';
import { InductionKindService } from './induction/induction-kind.service.js';
import { InductionRepository } from './induction/induction.repository.js';
import { InductionService } from './induction/induction.service.js';
import { InductionSessionService } from './induction/induction-session.service.js';
import { OpeningRepository } from './opening/opening.repository.js';
import { OpeningService } from './opening/opening.service.js';
import { PolicyRepository } from './policy/policy.repository.js';
import { PolicyService } from './policy/policy.service.js';
import { ChangedRules } from './policy/changed-rules.service.js';
import { RuledOutBookings } from './policy/ruled-out-bookings.service.js';
import { InductionSessionRepository } from './induction/induction-session.repository.js';
import { PersonFactsRepository } from './making/person-facts.repository.js';
import { LostBookings } from './closing/lost-bookings.service.js';
import { OutOfOrderService } from './closing/out-of-order.service.js';
import { PlaceRepository } from './hub/place.repository.js';
import { PoolArranger } from './making/pool-arranger.service.js';
import { PoolCalendarRepository } from './making/pool-calendar.repository.js';
import { PoolEntity } from './hub/pool.entity.js';
import { ResourceEntity } from './hub/resource.entity.js';
import { BookingPersonalData } from './privacy/booking-personal-data.js';
import { PersonalBookingRepository } from './privacy/personal-booking.repository.js';
import { StandingBookingRepository } from './booking/standing-booking.repository.js';
import { SeriesChanges } from './series/series-change.service.js';
import { SeriesDatesRepository } from './series/series-dates.repository.js';
import { SeriesMover } from './series/series-mover.js';
import { SeriesPlanner } from './series/series-planner.js';
import { SeriesRepository } from './series/series.repository.js';
import { SeriesTitles } from './series/series-title.service.js';
import { ProgrammeRepository } from './series/programme.repository.js';
import { SeriesService } from './series/series.service.js';
import { UnitRescue } from './closing/unit-rescue.service.js';
import { KioskCheckIn } from './life/kiosk-check-in.service.js';
import { ExpectedBookingRepository } from './life/expected-booking.repository.js';
import { WalkUpService } from './making/walk-up.service.js';
import { WaitingAnswers } from './waiting-list/waiting-answers.service.js';
import { WaitingEntryRepository } from './waiting-list/waiting-entry.repository.js';
import { WaitingListService } from './waiting-list/waiting-list.service.js';
import { WaitingOffers } from './waiting-list/waiting-offers.service.js';

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
    InductionKindRepository,
    InductionKindService,
    InductionService,
    InductionSessionService,
    BookedFutureRepository,
    ChangedRules,
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
    BookingAttempts,
    BookingTogether,
    BookingWriter,
    BookingMaker,
    StandingBookingRepository,
    BookingTransitions,
    BookingService,
    BookingApproval,
    BookingMover,
    RoomForChange,
    BookingAttendance,
    ExpectedBookingRepository,
    KioskCheckIn,
    WalkUpService,
    BookingLifecycle,
    DelayedBookings,
    AvailabilityService,
    BoardGroups,
    HubService,
    ComingBookings,
    PlaceSetupRepository,
    HubSetup,
    PoolSetup,
    ResourceSetup,
    ResourcePictureRepository,
    ResourcePictures,
    Calendar,
    LocalPrintCalendar,
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
    FaultRepository,
    FaultService,
    FaultPersonalData,
    CalendarFeedRepository,
    CalendarFeeds,
    SeriesRepository,
    SeriesDatesRepository,
    SeriesPlanner,
    SeriesMover,
    SeriesService,
    SeriesChanges,
    SeriesTitles,
    ProgrammeRepository,
    PersonalBookingRepository,
    BookingPersonalData,
  ],
  exports: [
    DelayedBookings,
    ComingBookings,
    HubSetup,
    PoolSetup,
    ResourceSetup,
    ResourcePictures,
    BookingApproval,
    BookingMover,
    BookingAttendance,
    KioskCheckIn,
    WalkUpService,
    WaitingListService,
    WaitingAnswers,
    ClosureService,
    OutOfOrderService,
    FaultService,
    BookingService,
    AvailabilityService,
    BoardGroups,
    HubService,
    InductionKindService,
    InductionService,
    InductionSessionService,
    OpeningService,
    PolicyService,
    Calendar,
    LocalPrintCalendar,
    CalendarFeeds,
    SeriesService,
    SeriesChanges,
    SeriesTitles,
  ],
})
export class BookingModule {}
