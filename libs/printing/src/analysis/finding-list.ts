import type { Finding } from '#libs/contracts';

/** A file may repeat a fault on every line; people need to see it once, and how often it occurs. */
const mostPerCode = 5;

export const findingCodes = [
  'print.unsafe_command',
  'print.out_of_bed',
  'print.too_hot',
  'print.truncated',
  'print.unreadable_move',
  'print.no_heating',
  'print.other_printer',
  'print.material_unknown',
  'print.needs_slicing',
  'print.open_model',
] as const;
export type FindingCode = (typeof findingCodes)[number];

const errors: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'print.unsafe_command',
  'print.out_of_bed',
  'print.too_hot',
  'print.truncated',
  'print.unreadable_move',
  'print.needs_slicing',
]);

export interface NewFinding {
  readonly code: FindingCode;
  /** What is at fault, `M500` or `x-`: the same subject is one finding with a `count`. */
  readonly subject: string;
  readonly line: number | null;
  readonly params: Finding['params'];
}

/** Gathers findings: the first line of each subject, how often it occurred, and no more than five subjects a code. */
export class FindingList {
  private readonly found = new Map<string, Finding & { params: { count: number } }>();
  private readonly perCode = new Map<FindingCode, number>();

  /**
   * @returns the finding's params, the same object for every repetition, so that a worse value may replace the first;
   * null when the code already has as many findings as are kept
   */
  add({ code, subject, line, params }: NewFinding): Finding['params'] | null {
    const key = `${code} ${subject}`;
    const known = this.found.get(key);
    if (known) {
      known.params.count += 1;
      return known.params;
    }
    const kept = this.perCode.get(code) ?? 0;
    if (kept >= mostPerCode) return null;
    this.perCode.set(code, kept + 1);
    const finding = {
      severity: errors.has(code) ? ('error' as const) : ('warning' as const),
      code,
      line,
      params: { ...params, count: 1 },
    };
    this.found.set(key, finding);
    return finding.params;
  }

  /** Errors first, each kind in the order in which it was met. */
  list(): Finding[] {
    const all = [...this.found.values()];
    return [...all.filter((f) => f.severity === 'error'), ...all.filter((f) => f.severity === 'warning')];
  }
}
