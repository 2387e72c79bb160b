import { setFlagsFromString } from 'node:v8';

/**
 * Before anything else is loaded: on a machine with much memory V8 collects late, and the thread that holds the workflows
 * grows past what a small installation has. It is created after this and takes the limit on; it needs half of it.
 */
setFlagsFromString('--max-old-space-size=192');
