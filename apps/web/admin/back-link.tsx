import { Box } from '@mantine/core';
import { LinkButton } from '../shared/ui/link-button.js';
import type { AdminSearch } from './search.js';

interface Props {
  readonly label: string;
  readonly search: AdminSearch;
}

/** The way back from one thing to the list, where the window has room for one of the two only. */
export const BackLink = ({ label, search }: Props) => (
  <Box hiddenFrom="md">
    <LinkButton to="/admin" search={search} size="compact-sm" variant="default">
      {label}
    </LinkButton>
  </Box>
);
