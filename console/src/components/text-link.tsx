import { Anchor, type AnchorProps, Button, type ButtonProps, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type LinkProps<Props> = Props & Omit<ComponentPropsWithRef<'a'>, keyof Props>;

/** A link to a page of the console. */
export const TextLink = createLink((props: LinkProps<AnchorProps>) => <Anchor {...props} />);

/** A link to a page of the console that looks like a button. */
export const ButtonLink = createLink((props: LinkProps<ButtonProps>) => <Button component="a" {...props} />);

/** A link to a page of the console, in a navigation. */
export const NavigationLink = createLink((props: LinkProps<NavLinkProps>) => <NavLink {...props} />);
