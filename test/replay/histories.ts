import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import protobuf from '@temporalio/proto';

// The SDK's own historyToJSON needs one copy of protobufjs for all its packages; an npm tree may hold several.
const { History: HistoryMessage } = protobuf.temporal.api.history.v1;
export type History = protobuf.temporal.api.history.v1.IHistory;

export const readHistory = (json: object): History => HistoryMessage.fromObject(json);

const FOLDER = fileURLToPath(new URL('./histories/', import.meta.url));

/** The shape runs have today; a new `version` of workflows/shared/run.ts gets a folder of its own. */
export const SHAPE = '2-carries-view';

/** Every recorded history of every shape, named kind-state@shape. */
export function recordedHistories(): { readonly workflowId: string; readonly history: History }[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((shape) =>
      readdirSync(`${FOLDER}${shape}`)
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => ({
          workflowId: `${file.replace(/\.json$/, '')}@${shape}`,
          history: readHistory(JSON.parse(readFileSync(`${FOLDER}${shape}/${file}`, 'utf8')) as object),
        })),
    );
}

const MACHINE_FIELDS = [
  'identity',
  'stackTrace',
  'binaryChecksum',
  'workerVersion',
  'meteringMetadata',
  'sdkName',
  'sdkVersion',
];

/**
 * The history as it is kept: who ran it and where is no part of what it proves. The SDK's flags stay: they say which of
 * its own behaviours the run was recorded under, without them a patched run does not replay.
 */
export function scrubbed(history: History): object {
  const plain = HistoryMessage.toObject(HistoryMessage.fromObject(history), {
    longs: String,
    enums: String,
    bytes: String,
  });
  return JSON.parse(
    JSON.stringify(plain, (key, value: unknown) => {
      if (MACHINE_FIELDS.includes(key)) return key === 'identity' ? 'recorded' : undefined;
      return value;
    }),
  ) as object;
}

export function record(name: string, history: object): void {
  mkdirSync(`${FOLDER}${SHAPE}`, { recursive: true });
  writeFileSync(`${FOLDER}${SHAPE}/${name}.json`, `${JSON.stringify(history)}\n`);
}

/** Every payload of a history in the open. */
export function payloadTexts(history: object): string {
  const texts: string[] = [];
  JSON.stringify(history, (key, value: unknown) => {
    if (key === 'data' && typeof value === 'string') texts.push(Buffer.from(value, 'base64').toString('utf8'));
    return value;
  });
  return texts.join('\n');
}
