import { z } from 'zod';

/** Klipper's objects by name, as Moonraker reports them: whole at first, then only the fields that changed. */
export type KlipperObjects = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const heaterSchema = z.object({ temperature: z.number(), target: z.number() });

/** What we read of Klipper's state. Its states are texts: one that is new to us is shown, not refused. */
const klipperStatusSchema = z.object({
  webhooks: z.object({ state: z.string(), state_message: z.string().default('') }),
  print_stats: z.object({
    state: z.string(),
    filename: z.string().default(''),
    message: z.string().default(''),
    print_duration: z.number().default(0),
    filament_used: z.number().optional(),
    total_duration: z.number().default(0),
  }),
  virtual_sdcard: z.object({ progress: z.number(), file_position: z.number() }).optional(),
  display_status: z.object({ progress: z.number().nullish() }).optional(),
  extruder: heaterSchema.optional(),
  heater_bed: heaterSchema.optional(),
});

const sensorSchema = z.object({ filament_detected: z.boolean(), enabled: z.boolean().default(true) });
const sensorName = /^filament_(switch|motion)_sensor /;

export type KlipperStatus = z.infer<typeof klipperStatusSchema> & {
  /** The sensor that misses filament. */
  readonly emptySensor: string | null;
};

const watched = ['webhooks', 'print_stats', 'virtual_sdcard', 'display_status', 'extruder', 'heater_bed'];

/** What to subscribe to, of the objects that this printer has. */
export function watchedObjects(names: readonly string[]): string[] {
  return names.filter((name) => watched.includes(name) || sensorName.test(name));
}

/** Fields that changed, laid over what was known. */
export function mergeObjects(known: KlipperObjects, changed: KlipperObjects): KlipperObjects {
  const merged = Object.entries(changed).map(([name, fields]) => [name, { ...known[name], ...fields }] as const);
  return { ...known, ...Object.fromEntries(merged) };
}

/** @throws ZodError when Klipper tells something that is not of its shape */
export function readKlipperStatus(objects: KlipperObjects): KlipperStatus {
  const empty = Object.entries(objects).find(([name, fields]) => sensorName.test(name) && misses(fields));
  return { ...klipperStatusSchema.parse(objects), emptySensor: empty?.[0] ?? null };
}

function misses(fields: unknown): boolean {
  const { filament_detected, enabled } = sensorSchema.parse(fields);
  return enabled && !filament_detected;
}
