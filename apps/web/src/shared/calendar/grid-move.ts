/** Where one stands in a table, counted from 0. */
export interface GridPlace {
  row: number;
  column: number;
}

/**
 * Where a key takes the focus in a grid, as the ARIA practices say.
 * @returns undefined for a key that does not move inside the grid
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function gridMove(
  key: string,
  { row, column }: GridPlace,
  size: { rows: number; columns: number },
  whole = false,
): GridPlace | undefined {
  const inside = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case 'ArrowUp':
      return { row: inside(row - 1, size.rows), column };
    case 'ArrowDown':
      return { row: inside(row + 1, size.rows), column };
    case 'ArrowLeft':
      return { row, column: inside(column - 1, size.columns) };
    case 'ArrowRight':
      return { row, column: inside(column + 1, size.columns) };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? size.rows - 1 : row, column: size.columns - 1 };
    default:
      return undefined;
  }
}
