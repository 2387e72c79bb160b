import { Stack, type StackProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props extends StackProps {
  /** `main` where no frame is around the page. */
  readonly component?: 'main' | 'div';
  readonly children: ReactNode;
}

/** The body of a page that grows as it needs: one measure and one distance for all of them. */
export function PageBody({ component = 'div', children, ...rest }: Props) {
  return (
    <Stack component={component} gap="md" p="md" w="100%" maw={1240} mx="auto" {...rest}>
      {children}
    </Stack>
  );
}
