import { z } from 'zod';

const temperatureSchema = z.object({ actual: z.number().nullish(), target: z.number().nullish() });

/** The printer as OctoPrint pushes it, at most twice a second. */
const currentSchema = z.object({
  state: z.object({ text: z.string(), error: z.string().nullish() }),
  job: z.object({ file: z.object({ name: z.string().nullish() }) }),
  progress: z.object({
    /** Per cents. */
    completion: z.number().nullish(),
    /** Seconds. */
    printTime: z.number().nullish(),
    printTimeLeft: z.number().nullish(),
  }),
  /** What is new of them; often nothing. */
  temps: z.array(z.object({ tool0: temperatureSchema.optional(), bed: temperatureSchema.optional() })).default([]),
});
export type OctoPrintCurrent = z.infer<typeof currentSchema>;

const eventSchema = z.object({
  type: z.string(),
  payload: z.object({ name: z.string().nullish(), reason: z.string().nullish() }).nullish(),
});
export type OctoPrintEvent = z.infer<typeof eventSchema>;

/** One message of the push interface; there are more kinds than we listen to. */
export const messageSchema = z.object({
  current: currentSchema.optional(),
  /** The same, once, for whoever has just come. */
  history: currentSchema.optional(),
  event: eventSchema.optional(),
  reauthRequired: z.unknown().optional(),
});

type Phase = 'away' | 'connecting' | 'ready' | 'starting' | 'printing' | 'paused' | 'cancelling' | 'error' | 'unknown';

const phases: readonly (readonly [RegExp, Phase])[] = [
  [/^(Offline after error|Offline \(Error|Error|Closed after error)/, 'error'],
  [/^(Offline|Closed)/, 'away'],
  [/^(Detecting|Opening|Connecting)/, 'connecting'],
  [/^Operational/, 'ready'],
  [/^(Starting|Transferring)/, 'starting'],
  [/^(Printing|Sending|Resuming|Finishing)/, 'printing'],
  [/^(Pausing|Paused)/, 'paused'],
  [/^Cancelling/, 'cancelling'],
];

/** OctoPrint's states are sentences; their beginning is what counts. */
export function phaseOf({ state }: OctoPrintCurrent): Phase {
  return phases.find(([pattern]) => pattern.test(state.text))?.[1] ?? 'unknown';
}
