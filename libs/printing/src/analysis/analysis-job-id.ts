/** One analysis of a file at a time, however often it is asked for. */
export const analysisJobId = ({ id, fileVersion }: { id: string; fileVersion: number }): string =>
  `analyse-${id}-${fileVersion}`;
