/**
 * T without `readonly` and with every property required, all the way down: zod infers mutable types, the domain
 * declares read-only ones, and an optional property missing on one side must not go unseen.
 */
type Writable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Writable<Item>[]
    : { -readonly [Name in keyof T]-?: Writable<T[Name]> };

/** `true` when both types accept exactly the same values, apart from `readonly`; else `never`. */
export type Same<A, B> = [Writable<A>] extends [Writable<B>]
  ? [Writable<B>] extends [Writable<A>]
    ? true
    : never
  : never;
