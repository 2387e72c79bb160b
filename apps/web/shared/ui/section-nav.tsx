import { Group, ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';

/** Parts of a page, each at an address of its own; scrolls sideways where the window is narrow. */
export function SectionNav({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ScrollArea type="auto" scrollbarSize={6} offsetScrollbars="x" className="vd-no-print">
      <Group component="nav" gap={4} wrap="nowrap" aria-label={label} pb={4}>
        {children}
      </Group>
    </ScrollArea>
  );
}
