import type { Rolldown } from 'vite';

type Splitting = Extract<NonNullable<Rolldown.OutputOptions['codeSplitting']>, object>;
type Context = Parameters<Extract<NonNullable<Splitting['groups']>[number]['name'], (...args: never) => unknown>>[1];

const ofTheServiceWorker = /service-worker|workbox/;
const style = /\.css$/;
interface Page {
  /** The modules that it is made of, each fetched by its own name. */
  modules: readonly string[];
  /** Modules that only this page needs, and which therefore stay with it. */
  own?: RegExp;
}

/**
 * Few files instead of many small ones, each of which costs a slow network a round trip: what each of some pages needs
 * beside its own, the first page's share going first. Their styles are so small that they come together with the first.
 * @param pages by the name of their common parts; the first is the page's head
 */
export function fewFiles(pages: Record<string, Page>): Splitting {
  const all = Object.entries(pages).map(([name, page]) => ({ name, page, parts: onceFor(page) }));
  const groups = all.map(({ name, page, parts }, index) => ({
    name: (id: string, context: Context) => {
      if (index === 0 && style.test(id)) return all.some((each) => each.parts(context).has(id)) ? name : null;
      if (!parts(context).has(id)) return null;
      // What is fetched by its name must be a file by itself, unless nobody asks it for anything.
      return index > 0 && page.modules.includes(id) && context.getModuleInfo(id)?.exports?.length ? null : name;
    },
    test: (id: string) => !ofTheServiceWorker.test(id),
    priority: all.length - index,
  }));
  return { groups };
}

function onceFor({ modules, own }: Page): (context: Context) => ReadonlySet<string> {
  let parts: ReadonlySet<string> | undefined;
  return (context) => {
    parts ??= new Set([...withImports(modules, context)].filter((id) => !own?.test(id)));
    return parts;
  };
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
