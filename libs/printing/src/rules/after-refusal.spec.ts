import { afterRefusal, maxAttempts } from './after-refusal.js';

describe('afterRefusal', () => {
  it('puts a job back in the queue when the printer was busy', () => {
    expect(afterRefusal('not_idle', 1)).toEqual({ attemptStatus: 'cancelled', jobStatus: 'queued' });
  });

  it('asks for a person after three attempts', () => {
    expect(afterRefusal('not_idle', maxAttempts).jobStatus).toBe('failed');
  });

  it('gives a job that a person tried again three new attempts', () => {
    expect(afterRefusal('not_idle', maxAttempts + 1).jobStatus).toBe('queued');
    expect(afterRefusal('not_idle', 2 * maxAttempts).jobStatus).toBe('failed');
  });

  it('does not wait when the file itself is wrong', () => {
    expect(afterRefusal('checksum_mismatch', 1).jobStatus).toBe('failed');
  });
});
