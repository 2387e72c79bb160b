export interface ImportRule {
  readonly imports: readonly string[];
  readonly typesFrom: readonly string[];
  readonly packages?: readonly string[];
  readonly never?: readonly string[];
}

export const importTable: Readonly<Record<string, ImportRule>>;
export function partOf(path: string): string | undefined;
export function objection(from: string, to: string, typeOnly: boolean): string | undefined;
