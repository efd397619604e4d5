export { actAs, withActor } from './audit/acting-session.js';
export type { AuditAction } from './audit/audit-texts.js';
export { subjectWords, type SubjectType } from './audit/subject-words.js';
export { describeAction, systemName } from './audit/describe-action.js';
export { inBatches } from './batching/in-batches.js';
export { Clock, FixedClock } from './clock/clock.js';
export { withinTime } from './clock/within-time.js';
export { Config, ConfigError } from './config/config.js';
export type { GroupRole, OidcSettings } from './config/oidc-settings.js';
export { describeStartupFault, logLevels } from './config/startup-fault.js';
export { makeBrokerVerifier, matchesBrokerVerifier } from './crypto/broker-verifier.js';
export { checkInCode } from './crypto/check-in-code.js';
export { KeyedHash } from './crypto/keyed-hash.js';
export { Sealing } from './crypto/sealing.js';
export { isRefusedForGood, lockTimedOut, violatedConstraint } from './database/constraint-violation.js';
export { Database } from './database/database.js';
export { migrate } from './database/migrate.js';
export { Transaction } from './database/transaction.js';
export {
  areNew,
  findEarlierResult,
  rememberResult,
  rememberResults,
  type IdempotentRequest,
} from './idempotency/idempotency.js';
export { formatMessage, negotiateLocale } from './i18n/translate.js';
export { problemTexts } from './i18n/problem-texts.js';
export { writeCalendar, type CalendarEvent } from './icalendar/write-calendar.js';
export { everyHub, LiveBus } from './live/live-bus.js';
export { DiscreetLogger } from './logging/discreet-logger.js';
export { formatWhen } from './mail/format-when.js';
export { enqueueMail, type MailRequest } from './mail/mail.service.js';
export { PlatformModule } from './platform.module.js';
export {
  erasedName,
  HoldsPersonalData,
  personalDataHolder,
  type ColumnFate,
  type ColumnFates,
  type DataSubject,
  type ExportFile,
  type ExportSection,
  type PersonalDataHolder,
  type PlainWords,
} from './privacy/personal-data.js';
export { keptSince, retentionBatch, retentionDays } from './privacy/retention.js';
export { describeProblem, describeRule } from './problem/problem-document.js';
export { ProblemFilter } from './problem/problem.filter.js';
export { Problem, type BrokenRule, type ProblemParams } from './problem/problem.js';
export { HandlesJob } from './queue/handles-job.js';
export type { JobRun } from './queue/job-registry.js';
export { JobQueues } from './queue/job-queues.js';
export { QueueBackend } from './queue/queue-backend.js';
export { QueueModule } from './queue/queue.module.js';
export { clientOf } from './rate-limit/client-of.js';
export { RateLimitModule } from './rate-limit/rate-limit.module.js';
export { RateLimiter } from './rate-limit/rate-limiter.js';
export { rateLimits, type RateLimit, type RateLimitName } from './rate-limit/rate-limits.js';
export { HalfMinuteRounds } from './rounds/half-minute-rounds.js';
export { FileLostError, FileStore, FileTooLargeError, type StoredFile } from './storage/file-store.js';
