import type { Rolldown } from 'vite';

type Splitting = Extract<NonNullable<Rolldown.OutputOptions['codeSplitting']>, object>;
type Context = Parameters<Extract<NonNullable<Splitting['groups']>[number]['name'], (...args: never) => unknown>>[1];

const ofTheServiceWorker = /service-worker|workbox/;
const ofOneAudience = /\/src\/features\//;

/**
 * Few files instead of many small ones, each of which costs a slow network a round trip: what every page needs before
 * anything else, and what each of some pages needs beside its own, the first page's share going first.
 * @param pages by the name of their common parts: the modules that the page is made of
 */
export function fewFiles(pages: Record<string, readonly string[]>): Splitting {
  const test = (id: string) => !ofTheServiceWorker.test(id);
  const shared = Object.entries(pages).map(([name, modules], index) => {
    let parts: ReadonlySet<string> | undefined;
    return {
      name: (id: string, context: Context) => {
        parts ??= withImports(modules, context);
        return parts.has(id) && !ofOneAudience.test(id) ? name : null;
      },
      test,
      priority: Object.keys(pages).length - index,
    };
  });
  return { groups: [{ name: 'app', tags: ['$initial'], test, priority: shared.length + 1 }, ...shared] };
}

function withImports(modules: readonly string[], context: Context): Set<string> {
  const found = new Set<string>();
  const waiting = [...modules];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}
