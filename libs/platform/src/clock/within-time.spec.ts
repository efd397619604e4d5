import { withinTime } from './within-time.js';

describe('withinTime', () => {
  it('passes an answer on', async () => {
    await expect(withinTime(Promise.resolve('here'), 1000)).resolves.toBe('here');
  });

  it('passes a failure on', async () => {
    await expect(withinTime(Promise.reject(new Error('gone')), 1000)).rejects.toThrow('gone');
  });

  it('gives up on what does not answer', async () => {
    await expect(withinTime(new Promise(() => undefined), 5)).rejects.toThrow('no answer within 5 ms');
  });
});
