import { z } from 'zod';
import { pause } from '../network/session-loop.js';
import { isAtWork, type FileMetadata, type KlipperRun } from './klipper-run.js';
import type { KlipperStatus } from './klipper-status.js';
import { RpcFault, type MoonrakerSocket } from './moonraker-socket.js';

const historySchema = z.object({
  jobs: z.array(
    z.object({
      job_id: z.string(),
      filename: z.string(),
      status: z.string(),
      start_time: z.number(),
      end_time: z.number().nullish(),
      total_duration: z.number().default(0),
    }),
  ),
});
type Entry = z.infer<typeof historySchema>['jobs'][number];

const metadataSchema = z.object({
  gcode_start_byte: z.number().nullish(),
  gcode_end_byte: z.number().nullish(),
  estimated_time: z.number().nullish(),
});

/** Moonraker writes a print down a moment after Klipper has begun it. */
const tries = 8;
const betweenTriesMs = 250;

/**
 * Which print it is that the machine shows. Moonraker numbers its prints; one so short that Moonraker missed it is known
 * by Klipper's own time for it, which stays as it was.
 */
export async function identifyRun(
  socket: MoonrakerSocket,
  status: KlipperStatus,
  { nowMs, signal }: { nowMs: number; signal: AbortSignal },
): Promise<KlipperRun> {
  const { filename, total_duration } = status.print_stats;
  const entry = await findEntry(socket, status, signal);
  const seen = isAtWork(status) ? `seen-${nowMs}` : `took-${total_duration}`;
  return {
    id: entry ? `${entry.job_id}@${entry.start_time}` : `${filename}@${seen}`,
    filename,
    startedAt: instant(entry?.start_time) ?? new Date(nowMs - total_duration * 1000).toISOString(),
    endedAt: isAtWork(status) ? null : instant(entry?.end_time),
    outcome: null,
    reason: null,
    totalSeconds: null,
    file: await readMetadata(socket, filename),
    progress: 0,
  };
}

async function findEntry(
  socket: MoonrakerSocket,
  status: KlipperStatus,
  signal: AbortSignal,
): Promise<Entry | undefined> {
  const active = isAtWork(status);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const newest = await newestEntry(socket);
    if (newest && isOf(newest, status, active)) return newest;
    if (!active || signal.aborted) return undefined;
    await pause(betweenTriesMs, signal);
  }
  return undefined;
}

function isOf({ filename, status: phase, total_duration }: Entry, status: KlipperStatus, active: boolean): boolean {
  const { print_stats } = status;
  if (filename !== print_stats.filename) return false;
  return phase === 'in_progress' || (!active && Math.abs(total_duration - print_stats.total_duration) < 2);
}

async function newestEntry(socket: MoonrakerSocket): Promise<Entry | undefined> {
  const answer = await orNothing(socket.call('server.history.list', { limit: 1, order: 'desc' }));
  return answer === null ? undefined : historySchema.parse(answer).jobs[0];
}

async function readMetadata(socket: MoonrakerSocket, filename: string): Promise<FileMetadata | null> {
  const answer = await orNothing(socket.call('server.files.metadata', { filename }));
  if (answer === null) return null;
  const { gcode_start_byte, gcode_end_byte, estimated_time } = metadataSchema.parse(answer);
  return { startByte: gcode_start_byte ?? 0, endByte: gcode_end_byte ?? 0, estimatedSeconds: estimated_time ?? null };
}

/** A Moonraker without history, or a file it has not read yet, is no reason not to watch. */
async function orNothing(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof RpcFault) return null;
    throw error;
  }
}

function instant(seconds: number | null | undefined): string | null {
  return seconds == null ? null : new Date(seconds * 1000).toISOString();
}
