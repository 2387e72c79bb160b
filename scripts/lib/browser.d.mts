export interface Machine {
  readonly platform: string;
  readonly family: readonly string[];
  readonly isRoot: boolean;
  readonly hasApt: boolean;
}
export interface Choice {
  readonly given?: string | undefined;
  readonly own?: string | undefined;
  readonly runs: (path: string) => boolean;
}

export function chooseBrowser(choice: Choice): string | undefined;
export function whyNotInstall(machine: Machine): string | undefined;
export function familyOf(osRelease: string): string[];
export function findBrowser(): Promise<string | undefined>;
export function provideBrowser(): Promise<string | undefined>;
