import { topics, type TopicName } from '#libs/contracts';
import { formatTopic, matchesParams, parseTopic, topicFilter } from './topic-name.js';

const params = { hub: 'keskusta', bridge: 'silta-1', printer: 'prusa-1' };
const names = Object.keys(topics) as TopicName[];

describe('topic names', () => {
  it('puts the version prefix and the parameters into the topic', () => {
    expect(formatTopic('printerStatus', params)).toBe('dk/1/keskusta/silta-1/p/prusa-1/status');
    expect(formatTopic('bridgeState', params)).toBe('dk/1/keskusta/silta-1/state');
  });

  it.each(names)('reads back what it wrote: %s', (name) => {
    const parsed = parseTopic(formatTopic(name, params));
    expect(parsed?.name).toBe(name);
    expect(matchesParams(params, parsed?.params ?? {})).toBe(true);
  });

  it('tells the commands of a bridge from those of its printers', () => {
    expect(parseTopic('dk/1/h/b/cmd')).toEqual({ name: 'bridgeCommand', params: { hub: 'h', bridge: 'b' } });
    expect(parseTopic('dk/1/h/b/p/x/cmd')).toEqual({
      name: 'printerCommand',
      params: { hub: 'h', bridge: 'b', printer: 'x' },
    });
  });

  it.each(['dk/2/h/b/state', 'dk/1/h/b/unknown', 'dk/1/h/state', 'dk/1/h/b/p//status', 'x/dk/1/h/b/state', ''])(
    'knows no topic "%s"',
    (topic) => expect(parseTopic(topic)).toBeNull(),
  );

  it.each(['', 'a/b', '+', '#', 'a\0'])('refuses to publish with the parameter "%s"', (printer) => {
    expect(() => formatTopic('printerStatus', { ...params, printer })).toThrow('cannot be the printer');
  });

  it('allows a wildcard in a filter, and nothing else special', () => {
    expect(topicFilter('printerStatus', { ...params, bridge: '+', printer: '+' })).toBe('dk/1/keskusta/+/p/+/status');
    expect(() => topicFilter('printerStatus', { ...params, hub: '#' })).toThrow('cannot be the hub');
  });

  it('matches a wildcard with every value and a value with itself alone', () => {
    expect(matchesParams(params, { hub: '+', bridge: 'silta-1', printer: '+' })).toBe(true);
    expect(matchesParams(params, { hub: '+', bridge: 'silta-2', printer: '+' })).toBe(false);
  });
});
