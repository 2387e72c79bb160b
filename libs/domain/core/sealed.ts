/**
 * Text that may name people. Before it is stored it is encrypted with the key of its subject; destroying that key
 * (and its salt) is the erasure, and proofs stay valid because they cover the sealed form.
 */
export interface Sealed {
  /** The subject whose key seals it, for example `subject/<id>` or `person/<id>`. */
  readonly $seal: string;
  /** Plain text: only between a decision and the append, and after unsealing for a reader. */
  readonly text?: string;
  /** Sealed text as stored. */
  readonly box?: string;
}

/** Marks `text` to be sealed under `subject` when the event is appended. */
export const seal = (subject: string, text: string): Sealed => ({ $seal: subject, text });

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && '$seal' in value && typeof value.$seal === 'string';
