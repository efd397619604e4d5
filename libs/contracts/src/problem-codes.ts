/**
 * Every way the product refuses, with its HTTP status. The one table: a code missing here does not compile
 * anywhere, and the sentences in three languages are keyed by these codes.
 */
export const problemStatus = {
  'request.invalid': 400,
  'request.too_large': 413,
  'request.unsupported_media_type': 415,
  'idempotency.key_reused': 422,
  'auth.required': 401,
  'auth.code_invalid': 401,
  'auth.forbidden': 403,
  'auth.cross_origin': 403,
  'auth.too_many_attempts': 429,
  rate_limited: 429,
  not_found: 404,
  'method.not_allowed': 405,
  'precondition.failed': 412,
  'booking.refused': 422,
  'booking.overlap': 409,
  'booking.wrong_state': 409,
  'booking.closed': 422,
  'booking.too_short': 422,
  'booking.too_long': 422,
  'booking.off_grid': 422,
  'booking.in_past': 422,
  'booking.beyond_horizon': 422,
  'booking.notice_too_short': 422,
  'booking.too_many_active': 422,
  'booking.quota': 422,
  'booking.induction_required': 422,
  'booking.out_of_order': 422,
  'booking.under_age': 422,
  'booking.not_bookable': 422,
  'booking.change_too_late': 422,
  'booking.check_in_too_early': 422,
  'booking.approval_required': 422,
  'series.conflicts': 422,
  'print.unsupported_file': 422,
  'print.too_large': 413,
  'print.corrupt_file': 422,
  'print.unsafe_command': 422,
  'print.out_of_bed': 422,
  'print.limit_reached': 422,
  'print.wrong_state': 409,
  'printer.wrong_state': 409,
  'printer.unreachable': 503,
  'service.unavailable': 503,
  internal: 500,
} as const satisfies Record<string, number>;

export type ProblemCode = keyof typeof problemStatus;

/** Why a queued print job has not started. Shown to the resident in plain words. */
export const waitingReasons = [
  'awaiting_review',
  'no_matching_printer',
  'printers_busy',
  'plate_not_clear',
  'would_overrun_booking',
  'would_run_unattended',
  'hub_closed',
  'material_missing',
  'person_limit',
  'printer_offline',
  'next',
] as const;
export type WaitingReason = (typeof waitingReasons)[number];
