import { Anchor, Button, type AnchorProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Plain = AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>;

/** A link in text; its address is checked by the router's types. */
export const LinkAnchor = createLink((props: Plain) => <Anchor {...props} />);

type Props = ButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

/** A link that looks like a button: its address and what it searches for are checked by the router's types. */
export const LinkButton = createLink((props: Props) => <Button component="a" {...props} />);

type PartProps = Props & {
  /** Whether it is the one that is open. */
  readonly isShown: boolean;
};

/** A link to one of the parts of a page, or to one of the views of its list, each at an address of its own. */
export const PartLink = createLink(({ isShown, ...props }: PartProps) => (
  <Button
    component="a"
    size="compact-sm"
    flex="none"
    variant={isShown ? 'filled' : 'default'}
    {...props}
    aria-current={isShown ? 'page' : undefined}
  />
));
