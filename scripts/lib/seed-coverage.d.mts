export interface SeedRow {
  readonly id: string;
  readonly kind: string;
  readonly needs: 'test' | 'data';
  readonly mayWait: boolean;
}
export interface JudgedRow extends SeedRow {
  readonly proofs: readonly ('data' | 'test')[];
  readonly state: 'covered' | 'not yet' | 'uncovered';
}

export function rowsOf(checklist: string): SeedRow[];
export function rowsInData(node: unknown): string[];
export function rowsInTests(source: string): string[];
export function judge(rows: readonly SeedRow[], inData: readonly string[], inTests: readonly string[]): JudgedRow[];
export function unknownIn(rows: readonly SeedRow[], claimed: readonly string[]): string[];
