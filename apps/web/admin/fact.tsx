import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One thing that is known, under what it is called; stands in a list of them (`dl`). */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Group gap="xs" align="baseline" wrap="wrap">
    <Text component="dt" size="sm" c="dimmed" miw={110}>
      {label}
    </Text>
    <Text component="dd" m={0} flex="1 1 200px">
      {children}
    </Text>
  </Group>
);
