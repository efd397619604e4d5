import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PrintJob } from '#libs/contracts';
import { eventually } from '../support/eventually.js';

const longestMs = 60_000;

export const cube = readFileSync(join(__dirname, '../fixtures/cube-20mm.gcode'));
/** Long enough to be looked at, at the speed of the virtual printers. */
export const longPrint = Buffer.from(
  cube.toString('utf8').replace('(normal mode) = 11m 30s', '(normal mode) = 2h 30m 0s'),
);

interface Sent {
  name?: string;
  buffer?: Buffer;
  material?: string;
  preferredPrinter?: string;
}

/** Waits until a print is in a state. */
export async function printBecomes(page: Page, id: string, state: PrintJob['status']): Promise<void> {
  await eventually(
    `the print is ${state}`,
    async () => ((await (await page.request.get(`/api/v1/print-jobs/${id}`)).json()) as PrintJob).status === state,
    longestMs,
  );
}

/** Sends a print in the name of whoever is signed in on the page. @returns its id, when it waits for review */
export async function sendPrint(
  owner: Page,
  { name = 'kuutio.gcode', buffer = cube, ...fields }: Sent,
): Promise<string> {
  const file = { name, mimeType: 'application/octet-stream', buffer };
  const sent = await owner.request.post('/api/v1/print-jobs', { multipart: { hub: 'viitasaari', ...fields, file } });
  const { id } = (await sent.json()) as PrintJob;
  await printBecomes(owner, id, 'awaiting_review');
  return id;
}
