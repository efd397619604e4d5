export type { Asking } from './asking.js';
export { AvailabilityService } from './availability.service.js';
export { BoardGroups } from './board-groups.service.js';
export { bookingEntities, BookingModule } from './booking.module.js';
export { BookingService } from './booking.service.js';
export { Calendar, type CalendarEntry } from './calendar.js';
export { CalendarFeeds } from './calendar-feeds.service.js';
export { HubService } from './hub.service.js';
