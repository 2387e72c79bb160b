import { it } from '@jest/globals';
import { verifyHonestBundles } from '../domain/proof/honest-bundles.js';

it('issue 7: raises no false alarm over 10,000 honest random logs', () => verifyHonestBundles(10_000), 900_000);
