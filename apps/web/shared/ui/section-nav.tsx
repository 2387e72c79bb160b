import { Group, ScrollArea } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

/** Parts of a page, each at an address of its own; scrolls sideways where the window is narrow. */
export function SectionNav({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  const seen = useRef<Element>(null);
  // On a phone the part one is in must not lie outside of the row; the page itself stays where it is.
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current]') ?? null;
    if (row.current === null || current === null || current === seen.current) return;
    seen.current = current;
    const [part, all] = [current.getBoundingClientRect(), row.current.getBoundingClientRect()];
    if (part.left < all.left || part.right > all.right) row.current.scrollLeft += part.left - all.left;
  }, [children]);
  return (
    <ScrollArea type="auto" scrollbarSize={6} offsetScrollbars="x" viewportRef={row} className="vd-no-print">
      <Group component="nav" gap={4} wrap="nowrap" aria-label={label} pb={4}>
        {children}
      </Group>
    </ScrollArea>
  );
}
