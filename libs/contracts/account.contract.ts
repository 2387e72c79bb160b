import { z } from 'zod';

/** Signing in, and one's own password. */

export const signInBody = z
  .strictObject({ username: z.string().trim().min(1).max(240), password: z.string().min(1).max(200) })
  .describe('Sign in.');
export const passwordBody = z
  .strictObject({ present: z.string().min(1).max(200), next: z.string().min(10).max(200) })
  .describe('Change one’s own password; every other session ends.');
