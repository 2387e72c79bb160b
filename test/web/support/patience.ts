import { jest } from '@jest/globals';

/**
 * How long anything may take that must come, on a machine that does much else. A patience, not a claim: a test waits for
 * the event it needs, and only a page that never gets there uses this up.
 */
export const PATIENCE_MS = 60_000;

/** What a whole way of a person may take, with the servers it needs: it ends by one of its waits, not by this. */
const WALK_MS = 10 * PATIENCE_MS;

/** For every test and hook of a file that has a browser, without a word in each of them. */
jest.setTimeout(WALK_MS);
