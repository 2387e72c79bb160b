import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** More than a scanned dossier needs; what is larger is split or compressed by its owner. */
export const FILE_LIMIT = 25 * 1024 * 1024;
/** Enough of a file to tell what it is. */
const HEAD = 4096;

const DIGEST = /^[0-9a-f]{64}$/;
const WORLD = /^[a-z][a-z0-9_-]{0,62}$/;

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** What was written to the side and is not kept yet. */
export interface Incoming {
  /** SHA-256 of the content, hex: the name of the file for ever. */
  readonly digest: string;
  readonly size: number;
  readonly head: Buffer;
  /** Puts it where {@link FileStore.read} finds it; safe to do twice. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Files of people on disk, one folder a world, each under the digest of its content: the same content is kept once, a
 * changed one is another file, and what is read is compared with its name. What is kept is on disk before it is told of.
 */
export class FileStore {
  constructor(private readonly root: string) {}

  /** Writes a stream to the side. Throws {@link FileTooLarge} and leaves nothing behind when it is longer than the limit. */
  async take(world: string, content: AsyncIterable<Buffer>, limit = FILE_LIMIT): Promise<Incoming> {
    const aside = join(this.folder(world), 'incoming', randomUUID());
    await mkdir(dirname(aside), { recursive: true });
    const file = await open(aside, 'wx', 0o600);
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of content) {
        if (size < HEAD) head.push(chunk.subarray(0, HEAD - size));
        size += chunk.length;
        if (size > limit) throw new FileTooLarge(`more than ${limit} bytes`);
        hash.update(chunk);
        await file.write(chunk);
      }
      await file.sync();
    } catch (error) {
      await file.close();
      await rm(aside, { force: true });
      throw error;
    }
    await file.close();
    const digest = hash.digest('hex');
    const place = this.place(world, digest);
    return {
      digest,
      size,
      head: Buffer.concat(head),
      keep: async () => {
        await mkdir(dirname(place), { recursive: true });
        await rename(aside, place);
      },
      discard: () => rm(aside, { force: true }),
    };
  }

  /** The content, its checksum compared before the first byte is given; undefined when it is missing or damaged. */
  async read(
    world: string,
    digest: string,
  ): Promise<{ readonly size: number; readonly content: Readable } | undefined> {
    const place = this.place(world, digest);
    const found = await stat(place).catch(() => undefined);
    if (found === undefined || (await digestOf(place)) !== digest) return undefined;
    return { size: found.size, content: createReadStream(place) };
  }

  /** Destroys one content: the erasure of what stood in it. */
  async erase(world: string, digest: string): Promise<void> {
    await rm(this.place(world, digest), { force: true });
  }

  /** Throws away every file of a world that is thrown away. */
  async drop(world: string): Promise<void> {
    await rm(this.folder(world), { recursive: true, force: true });
  }

  private folder(world: string): string {
    if (!WORLD.test(world)) throw new Error(`not a world's name: ${world}`);
    return join(this.root, world);
  }

  private place(world: string, digest: string): string {
    if (!DIGEST.test(digest)) throw new Error('not a digest');
    return join(this.folder(world), digest.slice(0, 2), digest);
  }
}

async function digestOf(place: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
