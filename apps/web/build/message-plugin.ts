import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const isCatalogue = /\/i18n\/messages\/[\w-]+\.ts$/;

/**
 * Reads the texts' ICU syntax when the app is built, so that no phone has to: they are in the bundle as trees, and the
 * parser, a tenth of the first page, is not.
 */
export function messagePlugin(): Plugin {
  return {
    name: 'digikeskus-messages',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform: {
      filter: { id: isCatalogue },
      handler(code) {
        const texts: { start: number; end: number; tree: string }[] = [];
        const visit = (node: unknown): void => {
          if (Array.isArray(node)) return node.forEach(visit);
          if (typeof node !== 'object' || node === null) return;
          if (isText(node)) {
            const { start, end, value } = node.value;
            texts.push({ start, end, tree: JSON.stringify(parse(value, { captureLocation: false })) });
            return;
          }
          Object.values(node).forEach(visit);
        };
        visit(this.parse(code, { lang: 'ts' }).body);
        return {
          code: texts.reduceRight((all, { start, end, tree }) => all.slice(0, start) + tree + all.slice(end), code),
          map: null,
        };
      },
    },
  };
}

interface Text {
  type: 'Property';
  value: { type: 'Literal'; start: number; end: number; value: string };
}

function isText(node: object): node is Text {
  const { type, value } = node as Partial<Text>;
  return type === 'Property' && value?.type === 'Literal' && typeof value.value === 'string';
}
