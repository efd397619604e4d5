import { topicPrefix, topics, type TopicName } from '#libs/contracts';

type Parameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Parameters<Rest>
  : never;

/** The values of a topic's parameters: `hub`, `bridge` and, for printer topics, `printer`. */
export type TopicParams<N extends TopicName> = Record<Parameters<(typeof topics)[N]['path']>, string>;

/** A concrete topic taken apart: which row of the table it is, and with which parameters. */
export type ParsedTopic = { [N in TopicName]: { name: N; params: TopicParams<N> } }[TopicName];

/** The wildcard of one level, for {@link topicFilter}. */
export const anyValue = '+';

const topicNames = Object.keys(topics) as TopicName[];

const patterns = topicNames.map((name) => ({
  name,
  expression: new RegExp(`^${topicPrefix}/${topics[name].path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/+#]+)')}$`),
}));

/**
 * The concrete topic to publish to.
 * @throws Error when a parameter is empty or has a character with a meaning in MQTT (`/`, `+`, `#`, NUL)
 */
export function formatTopic<N extends TopicName>(name: N, params: TopicParams<N>): string {
  return fill(name, params, false);
}

/**
 * The topic filter to subscribe to; a parameter given as `+` ({@link anyValue}) matches every value.
 * @throws Error as {@link formatTopic}
 */
export function topicFilter<N extends TopicName>(name: N, params: TopicParams<N>): string {
  return fill(name, params, true);
}

/** Takes a received topic apart; null when it is none of the table's. */
export function parseTopic(topic: string): ParsedTopic | null {
  for (const { name, expression } of patterns) {
    const match = expression.exec(topic);
    // The expression's groups are made from the same path as the type of the parameters.
    if (match) return { name, params: { ...match.groups } } as ParsedTopic;
  }
  return null;
}

/** True when a message with these parameters is wanted by a subscription with those. */
export function matchesParams(params: Record<string, string>, wanted: Record<string, string>): boolean {
  return Object.entries(wanted).every(([key, value]) => value === anyValue || value === params[key]);
}

function fill(name: TopicName, params: Record<string, string>, wildcards: boolean): string {
  const path = topics[name].path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = params[parameter] ?? '';
    if (wildcards && value === anyValue) return value;
    if (value === '' || /[/+#\0]/.test(value)) {
      throw new Error(`Topic ${name}: "${value}" cannot be the ${parameter} of a topic`);
    }
    return value;
  });
  return `${topicPrefix}/${path}`;
}
