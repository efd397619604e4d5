import { gridMove } from './grid-move.js';

const size = { rows: 3, columns: 7 };
const from = { row: 1, column: 6 };

describe('gridMove', () => {
  it.each([
    ['ArrowUp', { row: 0, column: 6 }],
    ['ArrowDown', { row: 2, column: 6 }],
    ['ArrowLeft', { row: 1, column: 5 }],
    ['ArrowRight', { row: 1, column: 6 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 6 }],
  ])('takes %s inside the grid and no further', (key, place) => {
    expect(gridMove(key, from, size)).toEqual(place);
  });

  it('takes Home and End with Ctrl to the corners', () => {
    expect(gridMove('Home', from, size, true)).toEqual({ row: 0, column: 0 });
    expect(gridMove('End', from, size, true)).toEqual({ row: 2, column: 6 });
  });

  it('leaves every other key to the page', () => {
    expect(gridMove('Tab', from, size)).toBeUndefined();
  });
});
