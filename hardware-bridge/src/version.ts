/** Told in the birth message, so that the server knows which bridges are behind. */
export const bridgeVersion = '0.1.0';
