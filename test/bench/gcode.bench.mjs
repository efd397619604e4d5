import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { examine } from '../../dist/libs/printing/src/analysis/analyse-print-file.js';
import { summarise } from '../../dist/libs/printing/src/analysis/summarise.js';
import { plainText } from '../../dist/libs/printing/src/analysis/text/plain-text.js';
import { percentile, round } from './statistics.mjs';

const fileBytes = 200_000_000;
const rounds = 3;
const lineFeed = 10;
const limits = { bed: { x: 250, y: 210, z: 1e6 }, maxNozzleCelsius: 300, maxBedCelsius: 120, printerModels: [] };

/** The whole analysis of a large file, every move of it, beside a loop over the same bytes that counts its lines. */
export default async function gcode(say) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-gcode-'));
  try {
    const [, , , given] = process.argv;
    const path = given ?? (await aLargeFile(join(folder, 'large.gcode')));
    return await measure(path, say);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(path, say) {
  const { size } = await stat(path);
  const speeds = { loop: [], analysis: [] };
  let found;
  for (let n = 0; n < rounds; n += 1) {
    speeds.loop.push(await speedOf(size, () => countLines(path)));
    speeds.analysis.push(await speedOf(size, async () => (found = await analyse(path))));
  }
  const loop = round(percentile(speeds.loop, 0.5));
  const analysis = round(percentile(speeds.analysis, 0.5));
  const ratio = Math.round((analysis / loop) * 100) / 100;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  say(`${round(size / 1e6)} MB, ${found.layerCount} layers, ${found.estimatedSeconds} s of printing`);
  say(
    `a loop that counts lines ${loop} MB/s, the analysis ${analysis} MB/s: ${ratio}; ${peakMegabytes} MB at the peak`,
  );
  return { loop, analysis, ratio, peakMegabytes };
}

async function speedOf(bytes, work) {
  const startedAt = performance.now();
  await work();
  return bytes / 1000 / (performance.now() - startedAt);
}

async function countLines(path) {
  let lines = 0;
  for await (const piece of createReadStream(path)) {
    for (let at = 0; at < piece.length; at += 1) if (piece[at] === lineFeed) lines += 1;
  }
  return lines;
}

async function analyse(path) {
  return summarise(await examine(plainText(path), limits), limits);
}

/** A file that PrusaSlicer made, its layers printed on top of each other again and again. */
async function aLargeFile(path) {
  const text = await readFile(new URL('../fixtures/bracket.gcode', import.meta.url), 'latin1');
  const first = text.indexOf(';LAYER_CHANGE');
  const last = text.indexOf('; filament used [mm]');
  const [start, layers, end] = [text.slice(0, first), text.slice(first, last), text.slice(last)];
  const height = Math.max(...[...layers.matchAll(/^;Z:(\S+)/gm)].map(([, z]) => Number(z)));
  async function* pieces() {
    yield start;
    for (let copy = 0; copy * layers.length < fileBytes; copy += 1) {
      yield layers.replace(/Z(\d*\.?\d+)/g, (_, z) => `Z${(Number(z) + copy * height).toFixed(2)}`);
    }
    yield end;
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path));
  return path;
}
