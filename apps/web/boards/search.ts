/** The boards, in the order of their tabs; the first one when the address names none. */
export const BOARDS = ['late', 'cluster', 'lists', 'council'] as const;
export type Board = (typeof BOARDS)[number];

export interface BoardsSearch {
  readonly board?: Board;
  readonly campaign?: string;
  readonly cluster?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 240) : undefined;

/** Reads what an address searches for; what is unknown is dropped. */
export function readBoardsSearch(given: Readonly<Record<string, unknown>>): BoardsSearch {
  const board = BOARDS.find((one) => one === given['board']);
  const [campaign, cluster] = [text(given['campaign']), text(given['cluster'])];
  return {
    ...(board === undefined ? {} : { board }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(cluster === undefined ? {} : { cluster }),
  };
}
