import { Table, type TableProps } from '@mantine/core';

interface Props extends TableProps {
  readonly label: string;
  readonly minWidth?: number;
}

/** A table that scrolls by itself where the window is narrower than it; reachable by keyboard. */
export function WideTable({ label, minWidth = 640, children, ...rest }: Props) {
  return (
    <div style={{ overflowX: 'auto' }} role="region" aria-label={label} tabIndex={0}>
      <Table verticalSpacing={6} aria-label={label} miw={minWidth} {...rest}>
        {children}
      </Table>
    </div>
  );
}
