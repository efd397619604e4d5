import type { Plugin } from 'vite';

/** Names a file in the page's head that its first script asks for: it is then fetched beside that script, not after it. */
export function preloadPlugin(name: string): Plugin {
  return {
    name: 'digikeskus-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const file = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === name);
        if (!file) throw new Error(`the bundle has no ${name}`);
        return [
          {
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file.fileName}` },
            injectTo: 'head',
          },
        ];
      },
    },
  };
}
