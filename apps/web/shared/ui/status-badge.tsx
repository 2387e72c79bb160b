import { Badge } from '@mantine/core';
import { OWN_STATUS_NAMES, STATUS_NAMES } from '../../../../libs/contracts/state-names.js';
import type { Bilingual } from '../../../../libs/domain/campaign-plan/parts.js';
import { useSay } from '../words/language.js';

interface Props {
  readonly status: string;
  /** What it is a state of, where that has words of its own for it. */
  readonly of?: keyof typeof OWN_STATUS_NAMES;
}

/** A state by its name. A colour would say nothing that the word does not. */
export function StatusBadge({ status, of }: Props) {
  const say = useSay();
  const own: Readonly<Record<string, Bilingual>> = of === undefined ? {} : OWN_STATUS_NAMES[of];
  const name = own[status] ?? STATUS_NAMES[status];
  return (
    <Badge variant="default" tt="none" flex="none" miw="max-content">
      {name === undefined ? status : say(name)}
    </Badge>
  );
}
