import { judgeBridge, judgePrinter, stallMinutes, type BridgeSight, type PrinterSight } from './machine-alarms.js';

const now = new Date('2026-01-12T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const aBridge = (changes: Partial<BridgeSight> = {}): BridgeSight => ({
  online: true,
  seenAt: ago(60),
  isRevoked: false,
  ...changes,
});
const aPrinter = (changes: Partial<PrinterSight> = {}): PrinterSight => ({
  isResting: false,
  state: 'idle',
  stateSince: ago(30),
  heardAt: ago(0.5),
  progressedAt: null,
  expectedSeconds: null,
  heaters: [],
  ...changes,
});
const verdictOf = (kind: string, printer: PrinterSight, bridge = aBridge(), listeningSince = ago(600)) =>
  judgePrinter(printer, bridge, { now, listeningSince }).find((judgement) => judgement.kind === kind)?.verdict;

describe('a bridge', () => {
  it.each([
    ['away for two minutes is an alarm', { online: false, seenAt: ago(2) }, 'raise'],
    ['away for less changes nothing', { online: false, seenAt: ago(1.9) }, 'leave'],
    ['back for less than two minutes changes nothing', { seenAt: ago(1.9) }, 'leave'],
    ['back for two minutes is no alarm', { seenAt: ago(2) }, 'none'],
    ['that was never there is no alarm', { online: false, seenAt: null }, 'none'],
    ['whose pairing was removed is no alarm', { online: false, isRevoked: true }, 'none'],
  ] as const)('%s', (_, changes, verdict) => {
    expect(judgeBridge(aBridge(changes), now).verdict).toBe(verdict);
  });
});

describe('a printer that cannot be reached', () => {
  const offline = (minutes: number) => aPrinter({ state: 'offline', stateSince: ago(minutes) });

  it('is an alarm after two minutes, and none once it is back for two', () => {
    expect(verdictOf('printer_offline', offline(1.9))).toBe('leave');
    expect(verdictOf('printer_offline', offline(2))).toBe('raise');
    expect(verdictOf('printer_offline', aPrinter({ stateSince: ago(1.9) }))).toBe('leave');
    expect(verdictOf('printer_offline', aPrinter({ stateSince: ago(2) }))).toBe('none');
  });

  it('is not told besides the bridge that is away', () => {
    expect(verdictOf('printer_offline', offline(10), aBridge({ online: false }))).toBe('leave');
  });

  it('is no alarm when staff have put it out of order, or nobody has heard of it yet', () => {
    expect(verdictOf('printer_offline', { ...offline(10), isResting: true })).toBe('none');
    expect(verdictOf('printer_offline', { ...offline(10), heardAt: null })).toBe('none');
  });

  it('is one that its bridge says nothing of, too, but only while we listened', () => {
    const silent = aPrinter({ heardAt: ago(5) });
    expect(verdictOf('printer_offline', silent)).toBe('raise');
    expect(verdictOf('printer_offline', silent, aBridge({ seenAt: ago(1) }))).not.toBe('raise');
    expect(verdictOf('printer_offline', silent, aBridge(), ago(1))).not.toBe('raise');
  });
});

describe('a print that stands', () => {
  const standing = (minutes: number, changes: Partial<PrinterSight> = {}) =>
    aPrinter({ state: 'printing', progressedAt: ago(minutes), expectedSeconds: 3600, ...changes });

  it('is an alarm after a quarter of an hour, and none when it goes on', () => {
    expect(verdictOf('stalled', standing(14))).toBe('none');
    expect(verdictOf('stalled', standing(15))).toBe('raise');
    expect(verdictOf('stalled', standing(0))).toBe('none');
  });

  it('may stand longer the longer it takes, at most an hour', () => {
    expect([null, 3600, 10 * 3600, 100 * 3600].map(stallMinutes)).toEqual([15, 15, 30, 60]);
  });

  it('is none while it is paused, heated, or over', () => {
    for (const state of ['paused', 'preparing', 'awaiting_clear', 'idle'] as const) {
      expect(verdictOf('stalled', standing(100, { state }))).toBe('none');
    }
  });

  it('is not found out from a printer that nobody hears', () => {
    expect(verdictOf('stalled', standing(100, { heardAt: ago(2) }))).toBe('leave');
  });
});

describe('a printer that is too hot', () => {
  it('stays so for as long as nothing is heard of its heaters', () => {
    expect(verdictOf('too_hot', aPrinter())).toBe('leave');
  });
});
