import { canClearPlate } from './can-clear-plate.js';

describe('canClearPlate', () => {
  it('asks for an empty plate when a print has ended', () => {
    expect(canClearPlate({ plate: 'awaiting_clear', state: 'awaiting_clear' })).toBe(true);
  });

  it('never asks while the printer moves or heats', () => {
    for (const state of ['preparing', 'printing', 'paused', 'cancelling'] as const)
      expect(canClearPlate({ plate: 'awaiting_clear', state })).toBe(false);
  });

  it('asks nothing of a plate that is clear', () => {
    expect(canClearPlate({ plate: 'clear', state: 'idle' })).toBe(false);
  });
});
