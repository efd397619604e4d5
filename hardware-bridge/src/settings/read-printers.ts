import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { printersSchema } from './printer-schema.js';

/** What may stand in the file. */
const settings = ['printers', 'homeAssistant'];

type Printers = z.infer<ReturnType<typeof printersSchema>>;

/** The printers, or everything that is wrong with them, one line each. */
export type ReadPrinters =
  { readonly printers: Printers; readonly homeAssistant: boolean } | { readonly faults: readonly string[] };

/**
 * @param source the path of a YAML file (JSON is YAML, too), or a list of printers as text. In a file they stand below
 * `printers:`, or alone.
 */
export function readPrinters(source: string, environment: NodeJS.ProcessEnv): ReadPrinters {
  const inline = source.trimStart().startsWith('[');
  const name = inline ? 'PRINTERS' : source;
  try {
    return parsePrinters(inline ? source : readFileSync(source, 'utf8'), name, environment);
  } catch (error) {
    return { faults: [`${name}: cannot be read: ${(error as Error).message}`] };
  }
}

function parsePrinters(text: string, name: string, environment: NodeJS.ProcessEnv): ReadPrinters {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return { faults: document.errors.map(({ message, pos }) => `${name}:${lines.linePos(pos[0]).line}: ${message}`) };
  }
  const content: unknown = document.toJS();
  const root = isRecord(content) ? ['printers'] : [];
  const others = isRecord(content) ? Object.keys(content).filter((key) => !settings.includes(key)) : [];
  const told = z
    .boolean()
    .default(false)
    .safeParse(isRecord(content) ? content['homeAssistant'] : undefined);
  const parsed = printersSchema(environment).safeParse(isRecord(content) ? content['printers'] : content);
  const issues = [
    ...others.map((key) => ({ path: [key] as PropertyKey[], message: 'is not a setting' })),
    ...(told.success ? [] : [{ path: ['homeAssistant'], message: 'must be true or false' }]),
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ path: [...root, ...path], message })),
  ];
  if (parsed.success && told.success && issues.length === 0) {
    return { printers: parsed.data, homeAssistant: told.data };
  }
  return {
    faults: issues.map(({ path, message }) => `${name}:${lineOf(path)}: ${path.map(String).join('.')}: ${message}`),
  };

  /** Where it stands, or where it should: the line of whatever holds it. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      const range = isRecord(node) ? node['range'] : undefined;
      if (Array.isArray(range)) return lines.linePos(Number(range[0])).line;
    }
    return 1;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
