import { afterRefusal, isPassing, maxTriesInVain, startsUntil } from './after-refusal.js';

describe('an attempt that never started', () => {
  it('puts its job back in the queue when the obstacle may pass', () => {
    expect(afterRefusal(true, 1)).toEqual({ attemptStatus: 'cancelled', jobStatus: 'queued' });
  });

  it('fails its job when it is the third in a row, so that a person looks', () => {
    expect(afterRefusal(true, maxTriesInVain - 1).jobStatus).toBe('queued');
    expect(afterRefusal(true, maxTriesInVain)).toEqual({ attemptStatus: 'failed', jobStatus: 'failed' });
  });

  it('fails its job at once when waiting would change nothing', () => {
    expect(afterRefusal(false, 1)).toEqual({ attemptStatus: 'failed', jobStatus: 'failed' });
  });

  it('may be taken for two minutes', () => {
    expect(startsUntil(new Date('2026-01-12T08:00:00Z'))).toEqual(new Date('2026-01-12T08:02:00Z'));
  });
});

describe('isPassing', () => {
  it.each(['not_idle', 'plate_not_clear', 'printer_offline', 'file_unavailable', 'expired'] as const)(
    'waits for %s to go away',
    (code) => expect(isPassing({ phase: 'rejected', code })).toBe(true),
  );

  it.each(['checksum_mismatch', 'not_supported', 'wrong_job'] as const)('does not wait for %s', (code) => {
    expect(isPassing({ phase: 'rejected', code })).toBe(false);
  });

  it('waits for a printer that stands in error, but not after it failed at this very start', () => {
    expect(isPassing({ phase: 'rejected', code: 'printer_error' })).toBe(true);
    expect(isPassing({ phase: 'failed', code: 'printer_error' })).toBe(false);
    expect(isPassing({ phase: 'failed', code: null })).toBe(false);
  });
});
