/** How long after a print's end its printer is kept for taking the part off, minutes. */
export const clearingMinutes = 10;
