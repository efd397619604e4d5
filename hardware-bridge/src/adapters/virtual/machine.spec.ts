import fc from 'fast-check';
import { advance, isBusy, newMachine, newRun, observe, pauseRun, resumeRun, type VirtualMachine } from './machine.js';
import type { VirtualFaults } from '../../bridge-options.js';

const startedAtMs = Date.parse('2026-03-02T10:00:00Z');
const minute = 60_000;
const print = {
  filePath: '/files/a.gcode',
  remoteName: 'a.gcode',
  reference: { jobId: '6b9f7a1e-0b1e-4a53-9d5c-0d2c0a3f1f10', attempt: 1, startToken: 'token' },
};

const aMachine = (faults: VirtualFaults = {}, speed = 1): VirtualMachine => ({
  run: newRun(print, { durationMs: 100 * minute, speed, startedAtMs, faults }),
  starts: [],
});
const at = (minutes: number): number => startedAtMs + minutes * minute;
const seen = (machine: VirtualMachine, minutes: number) => observe(advance(machine, at(minutes)), at(minutes));
const paused = (machine: VirtualMachine, minutes: number): VirtualMachine => {
  const now = advance(machine, at(minutes));
  return now.run ? { ...now, run: pauseRun(now.run, at(minutes)) } : now;
};
const resumed = (machine: VirtualMachine, minutes: number): VirtualMachine => {
  return machine.run ? { ...machine, run: resumeRun(machine.run, at(minutes)) } : machine;
};

describe('a virtual machine', () => {
  it('is idle and cold when it is new', () => {
    const { state, run, temperatures } = observe(newMachine, startedAtMs);
    expect({ state, run }).toEqual({ state: 'idle', run: null });
    expect(temperatures?.nozzle).toBeLessThan(30);
  });

  it('heats for a twentieth of the time, then prints, then is finished', () => {
    const states = [0, 4.9, 5, 99.9, 100, 500].map((minutes) => seen(aMachine(), minutes).state);
    expect(states).toEqual(['preparing', 'preparing', 'printing', 'printing', 'finished', 'finished']);
  });

  it('warms up while it prepares, holds while it prints and cools when it has ended', () => {
    const nozzles = [0, 2.5, 5, 50, 102, 200].map((minutes) => seen(aMachine(), minutes).temperatures?.nozzle ?? 0);
    const [cold, warm, hot, held, cooler, room] = nozzles;
    expect([cold, hot, held, room]).toEqual([22, 215, 215, 22]);
    expect(warm).toBeGreaterThan(100);
    expect(cooler).toBeLessThan(150);
  });

  it('is as far as the time that went by, times its speed', () => {
    expect(seen(aMachine(), 50).run?.progress).toBeCloseTo(0.5);
    expect(seen(aMachine({}, 10), 5).run).toMatchObject({ progress: 0.5, etaSeconds: 300 });
  });

  it('tells when it really ended, however late it is asked', () => {
    expect(seen(aMachine(), 3000).run).toMatchObject({
      outcome: 'completed',
      progress: 1,
      endedAt: new Date(at(100)).toISOString(),
    });
  });

  it('stands still while it is paused', () => {
    const machine = paused(aMachine(), 20);
    expect(seen(machine, 90)).toMatchObject({ state: 'paused', run: { progress: 0.2 } });
    const later = resumed(machine, 90);
    expect(seen(later, 100)).toMatchObject({ state: 'printing', run: { progress: 0.3 } });
    expect(seen(later, 170)).toMatchObject({ state: 'finished' });
  });

  it('waits for material from the moment it ran out, also when nobody looked then', () => {
    const machine = aMachine({ runoutAtProgress: 0.4 });
    expect(seen(machine, 39)).toMatchObject({ state: 'printing', reason: null });
    const out = advance(machine, at(80));
    expect(observe(out, at(80))).toMatchObject({
      state: 'attention',
      reason: { code: 'material' },
      run: { progress: 0.4 },
    });
    expect(seen(resumed(out, 80), 90)).toMatchObject({ state: 'printing', run: { progress: 0.5 } });
  });

  it('fails where it is told to fail', () => {
    expect(seen(aMachine({ failAtProgress: 0.5 }), 70)).toMatchObject({
      state: 'finished',
      reason: { code: 'machine' },
      run: { outcome: 'failed', progress: 0.5, endedAt: new Date(at(50)).toISOString() },
    });
  });

  it('takes a moment to cancel', () => {
    const machine = aMachine();
    const cancelling = machine.run ? { ...machine, run: { ...machine.run, cancelledAtMs: at(30) } } : machine;
    expect(seen(cancelling, 30)).toMatchObject({ state: 'cancelling', run: { outcome: null } });
    expect(seen(cancelling, 31)).toMatchObject({ state: 'finished', run: { outcome: 'cancelled', progress: 0.3 } });
    const pausedFirst = paused(aMachine(), 10);
    const both = pausedFirst.run ? { ...pausedFirst, run: { ...pausedFirst.run, cancelledAtMs: at(30) } } : pausedFirst;
    expect(seen(both, 31)).toMatchObject({ state: 'finished', run: { outcome: 'cancelled', progress: 0.1 } });
  });

  it('is busy until the print has ended', () => {
    expect([newMachine, advance(aMachine(), at(50)), advance(aMachine(), at(100))].map(isBusy)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('comes to the same, whether it is looked at often or once', () => {
    const faults = fc.record({
      runoutAtProgress: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      failAtProgress: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    });
    const looks = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(faults, looks, (fault, minutes) => {
        const machine = aMachine(fault);
        const looked = minutes.toSorted((a, b) => a - b).reduce((now, minute) => advance(now, at(minute)), machine);
        const [often, once] = [seen(looked, 200), seen(machine, 200)];
        expect(often.state).toBe(once.state);
        expect(often.run?.outcome).toBe(once.run?.outcome);
        expect(often.run?.progress).toBeCloseTo(once.run?.progress ?? -1);
      }),
    );
  });
});
