import { ApiProblem } from '../../../shared/api/problem.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { BookingLines } from './booking-lines.js';

interface Props {
  error: Error | null;
  /** What cannot be done while there are the bookings that follow. */
  inUse: string;
  timeZone: string;
}

/** A refusal; when bookings are in the way, with whose they are. */
export function InUseNotice({ error, inUse, timeZone }: Props) {
  if (error === null) return null;
  const bookings = error instanceof ApiProblem ? error.problem.bookings : undefined;
  if (bookings === undefined || bookings.length === 0) return <ProblemNotice error={error} timeZone={timeZone} />;
  return (
    <Notice tone="error" title={inUse}>
      <BookingLines bookings={bookings} timeZone={timeZone} />
    </Notice>
  );
}
