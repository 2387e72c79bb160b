import { Stack, type StackProps } from '@mantine/core';

/** The body of a page that grows as it needs: one measure, one distance, on paper without either. */
export function PageBody({ children, ...rest }: StackProps) {
  return (
    <Stack gap="md" p="md" w="100%" maw={1240} mx="auto" {...rest}>
      {children}
    </Stack>
  );
}
