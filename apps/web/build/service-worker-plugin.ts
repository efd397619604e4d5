import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** The service worker is built beside the app under a name that never changes, because browsers know it by that. */
export const serviceWorkerFile = 'service-worker.js';

interface Options {
  /** Where in the worker's code the list of files goes. */
  placeholder: string;
  /** Files of the public folder that the app needs without a connection. */
  publicFiles: readonly string[];
  /** Modules that are fetched when somebody needs them, and whatever only they need. */
  isFetchedLater: (moduleId: string) => boolean;
}

/** Tells the service worker which of the files just built the app needs to open without a connection. */
export function serviceWorkerPlugin({ placeholder, publicFiles, isFetchedLater }: Options): Plugin {
  let publicFolder = '';
  return {
    name: 'digikeskus-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ publicDir }) => void (publicFolder = publicDir),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[serviceWorkerFile];
        if (worker?.type !== 'chunk') throw new Error(`the bundle has no ${serviceWorkerFile}`);
        const files = [
          ...[...neededFiles(bundle, isFetchedLater)].map((name) => ({ url: `/${name}`, revision: null })),
          { url: '/index.html', revision: revisionOf(sourceOf(bundle, 'index.html')) },
          ...publicFiles.map((name) => ({
            url: `/${name}`,
            revision: revisionOf(readFileSync(join(publicFolder, name))),
          })),
        ];
        worker.code = worker.code.replace(placeholder, JSON.stringify(files));
      },
    },
  };
}

/** Everything that can be reached from the page, except through what is fetched later. */
function neededFiles(bundle: Bundle, isFetchedLater: (moduleId: string) => boolean): Set<string> {
  const needed = new Set<string>();
  const waiting = Object.values(bundle).flatMap((file) =>
    file.type === 'chunk' && file.isEntry && file.fileName !== serviceWorkerFile ? [file.fileName] : [],
  );
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = bundle[name];
    if (needed.has(name) || file === undefined) continue;
    if (file.type === 'chunk' && isFetchedLater(file.facadeModuleId ?? '')) continue;
    needed.add(name);
    if (file.type === 'chunk') waiting.push(...file.imports, ...file.dynamicImports, ...stylesOf(file));
  }
  return needed;
}

const stylesOf = (chunk: Rolldown.OutputChunk) => [...(chunk.viteMetadata?.importedCss ?? [])];

function sourceOf(bundle: Bundle, name: string): string | Uint8Array {
  const file = bundle[name];
  if (file?.type !== 'asset') throw new Error(`the bundle has no ${name}`);
  return file.source;
}

const revisionOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 16);
