import { z } from 'zod';
import { idSchema, instantSchema, listOf, slugSchema } from './common.js';

/** What can be wrong with a machine so that somebody should go and look. */
export const alarmKinds = ['bridge_offline', 'printer_offline', 'too_hot', 'stalled'] as const;
export type AlarmKind = (typeof alarmKinds)[number];

export const heaters = ['nozzle', 'bed'] as const;
export type Heater = (typeof heaters)[number];

export const alarmSchema = z.object({
  id: idSchema,
  kind: z.enum(alarmKinds),
  /** Null when it is about the whole bridge. */
  printer: z.object({ slug: slugSchema, name: z.string() }).nullable(),
  bridge: slugSchema,
  /** When what is wrong began. */
  since: instantSchema,
  /** What is too hot, and how hot it was when the alarm was raised. */
  heat: z.object({ heater: z.enum(heaters), celsius: z.number() }).nullable(),
});
export type Alarm = z.infer<typeof alarmSchema>;

export const alarmListSchema = listOf(alarmSchema);
