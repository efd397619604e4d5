import 'reflect-metadata';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'dist/bench');

/** The printers of the bridge's own tests, as real servers: so many of every kind that stands on a network. */
export async function openPrintersOnNetwork(ofEachKind) {
  await build({
    root,
    logLevel: 'error',
    configFile: false,
    publicDir: false,
    build: {
      ssr: 'test/support/printers/printer-benches.ts',
      outDir: folder,
      rolldownOptions: { external: [/^#/], output: { entryFileNames: 'printer-benches.mjs' } },
    },
  });
  const { networkBenches } = await import(pathToFileURL(join(folder, 'printer-benches.mjs')).href);
  const kinds = Array.from({ length: ofEachKind }, () => networkBenches).flat();
  const benches = await Promise.all(kinds.map(({ open }) => open()));
  const timers = benches.flatMap(report);
  return {
    benches,
    close: () => {
      for (const timer of timers) clearInterval(timer);
      return Promise.all(benches.map((bench) => bench.close()));
    },
  };
}

/** Those that report by themselves do so as often as the real ones: Klipper four times a second, Bambu Lab once. */
function report({ moonraker, bambu }) {
  bambu?.beat(1000);
  if (!moonraker) return [];
  return setInterval(() => moonraker.klipper.set('extruder', { temperature: 24 + Math.random() }), 250);
}
