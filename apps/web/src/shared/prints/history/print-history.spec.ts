import { attemptCauses, printerReasonCodes, printJobStates, waitingReasons, type PrintJob } from '#libs/contracts';
import { en } from '../../i18n/messages/en.js';
import { fi } from '../../i18n/messages/fi.js';
import { sv } from '../../i18n/messages/sv.js';
import { causeKey, printerReasonKey } from './cause-key.js';
import { historyOf } from './print-history.js';

const at = (hour: number) => `2026-01-12T${String(hour).padStart(2, '0')}:00:00Z`;
const sent = {
  status: 'awaiting_review',
  createdAt: at(8),
  analysedAt: at(9),
  approvedAt: null,
  autoApproved: false,
  fileVersion: 1,
  printFile: null,
  attempts: [],
  pickUp: null,
} as unknown as PrintJob;
const keysOf = (changes: Partial<PrintJob>) => historyOf({ ...sent, ...changes }).map(({ key }) => key.slice(8));
const anAttempt = (changes: Partial<PrintJob['attempts'][number]>): PrintJob['attempts'][number] => ({
  number: 1,
  printer: 'printer-1',
  status: 'printing',
  startedAt: at(11),
  endedAt: null,
  progress: null,
  cause: null,
  picture: null,
  ...changes,
});

describe('the way of a print', () => {
  it('begins with the file and what became of it', () => {
    expect(historyOf(sent)).toEqual([
      { key: 'history.sent', at: at(8) },
      { key: 'history.analysed', at: at(9) },
    ]);
    expect(keysOf({ status: 'needs_changes' })).toEqual(['sent', 'analysed', 'returned']);
    expect(keysOf({ fileVersion: 2 })).toEqual(['sent', 'replaced', 'analysed']);
    const printFile = { url: '/', origin: 'attached', fileName: 'a.gcode', sizeBytes: 1 } as const;
    expect(keysOf({ printFile })).toEqual(['sent', 'analysed', 'attached']);
    expect(keysOf({ printFile: { ...printFile, origin: 'sliced' } })).toEqual(['sent', 'analysed']);
  });

  it('tells whether a person or the rule approved it', () => {
    expect(keysOf({ status: 'queued', approvedAt: at(10) })).toEqual(['sent', 'analysed', 'approved']);
    expect(keysOf({ status: 'queued', approvedAt: at(10), autoApproved: true }).at(-1)).toBe('approvedByRule');
  });

  it('has every print that was tried, and why one failed, but no start in vain', () => {
    const attempts = [
      anAttempt({ status: 'cancelled', startedAt: null, cause: 'not_idle' }),
      anAttempt({ status: 'failed', endedAt: at(12), cause: 'material', picture: { url: '/seen', takenAt: at(12) } }),
      anAttempt({ status: 'completed', startedAt: at(13), endedAt: at(15) }),
    ];
    const steps = historyOf({ ...sent, status: 'done', approvedAt: at(10), attempts }).slice(3);
    expect(steps).toEqual([
      { key: 'history.started', at: at(11) },
      { key: 'history.failed', at: at(12), cause: 'material', picture: '/seen' },
      { key: 'history.started', at: at(13) },
      { key: 'history.printed', at: at(15) },
    ]);
  });

  it('ends on the shelf, or with whoever took it', () => {
    const pickUp = { shelfCode: 1, readyAt: at(15), disposeAt: at(20), endedAt: at(16), endedAs: 'collected' as const };
    expect(keysOf({ status: 'done', pickUp }).slice(-2)).toEqual(['onShelf', 'collected']);
    expect(keysOf({ status: 'cancelled' }).at(-1)).toBe('cancelled');
  });
});

describe('every code that the hub may tell', () => {
  it.each([
    ['fi', fi],
    ['sv', sv],
    ['en', en],
  ])('has its sentence in %s', (_, messages) => {
    const keys = [
      ...printerReasonCodes.map(printerReasonKey),
      ...attemptCauses.map(causeKey),
      ...waitingReasons.map((reason) => `waiting.${reason}`),
      ...printJobStates.flatMap((state) => [`printState.${state}`, `printSentence.${state}`]),
    ];
    expect(keys).not.toContain('printerReason.other');
    expect(keys.filter((key) => !(key in messages))).toEqual([]);
  });

  it('is said to be unknown when it is', () => {
    expect([causeKey('gremlins'), printerReasonKey('constructor')]).toEqual([
      'printerReason.other',
      'printerReason.other',
    ]);
  });
});
