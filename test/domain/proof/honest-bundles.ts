import fc from 'fast-check';
import { signCheckpoint } from '../../../libs/proof/checkpoint.js';
import { nodeCrypto } from '../../../verifier/node.mjs';
import { verifyBundle } from '../../../verifier/verify.mjs';
import { bundleOf, factsOf, fileOf, keyOf, makeLog, trusted } from './made-bundle.js';

/** Verifies bundles of random honest logs, each against a random checkpoint from before; throws for the first that fails. */
export async function verifyHonestBundles(numRuns: number): Promise<void> {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 12 }), fc.nat());
  await fc.assert(
    fc.asyncProperty(sizes, async ([own, others, seed]) => {
      const made = makeLog(factsOf(own, others));
      const before = 1 + (seed % made.log.size);
      const file = fileOf(bundleOf(made, before < made.log.size ? [before] : []));
      const checkpoint = signCheckpoint(keyOf, made.log.head(before));
      return (await verifyBundle(Buffer.from(file), nodeCrypto, { ...trusted, checkpoint })).ok;
    }),
    { numRuns },
  );
}
