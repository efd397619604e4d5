import type { Plugin } from 'vite';

/** Names files in the page's head that its first script asks for: they are then fetched beside that script, not after it. */
export function preloadPlugin(...names: string[]): Plugin {
  return {
    name: 'digikeskus-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        return names.map((name) => {
          const file = chunks.find((chunk) => chunk.name === name);
          if (!file) throw new Error(`the bundle has no ${name}`);
          const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${file.fileName}` };
          return { tag: 'link', attrs, injectTo: 'head' };
        });
      },
    },
  };
}
