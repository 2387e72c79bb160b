import { Badge } from '@mantine/core';
import { STATUS_NAMES } from '../../../../libs/contracts/state-names.js';
import { useSay } from '../words/language.js';

/** A state by its name. A colour would say nothing that the word does not. */
export function StatusBadge({ status }: { readonly status: string }) {
  const say = useSay();
  const name = STATUS_NAMES[status];
  return (
    <Badge variant="default" tt="none" flex="none" miw="max-content">
      {name === undefined ? status : say(name)}
    </Badge>
  );
}
