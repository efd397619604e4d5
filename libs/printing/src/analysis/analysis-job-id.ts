/** One analysis of a job at a time, however often it is asked for. */
export const analysisJobId = (printJobId: string): string => `analyse-${printJobId}`;
