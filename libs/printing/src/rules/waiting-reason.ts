import type { WaitingReason } from '#libs/contracts';
import type { OpenHours } from './open-hours.js';
import type { PlanJob } from './plan-input.js';
import type { PrinterTimeline, Slot } from './printer-timeline.js';

interface Waiting {
  readonly job: PlanJob;
  readonly timeline: PrinterTimeline;
  readonly slot: Slot;
  readonly openHours: OpenHours;
  readonly now: number;
}

/** The one thing that, if it went away, would let the job start earlier. */
export function reasonForSlot({ job, timeline, slot, openHours, now }: Waiting): WaitingReason {
  switch (slot.obstacle) {
    case null:
      return 'next';
    case 'printer':
      return timeline.readiness === 'plate' ? 'plate_not_clear' : 'next';
    case 'planned_print':
      return 'printers_busy';
    case 'allocation':
      return 'would_overrun_booking';
    case 'person_limit':
      return 'person_limit';
    case 'open_hours':
      return reasonOfHours({ job, slot, openHours, now });
  }
}

function reasonOfHours({ job, slot, openHours, now }: Omit<Waiting, 'timeline'>): WaitingReason {
  if (!openHours.canEverFit(job.durationMs)) return 'would_run_unattended';
  // There would be a day long enough, but all that are known are taken.
  if (slot.start === null) return 'printers_busy';
  return openHours.isOpen(now) ? 'would_run_unattended' : 'hub_closed';
}
