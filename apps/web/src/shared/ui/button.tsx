import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { Link } from 'wouter';
import type { ReactNode } from 'react';
import './button.css';

export type ButtonTone = 'primary' | 'plain' | 'danger' | 'quiet';

interface Props extends Omit<ButtonProps, 'className' | 'children'> {
  tone?: ButtonTone;
  large?: boolean;
  children: ReactNode;
}

const classOf = (tone: ButtonTone, large: boolean) => `button button-${tone}${large ? ' button-large' : ''}`;

export function Button({ tone = 'plain', large = false, children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={classOf(tone, large)}>
      {children}
    </AriaButton>
  );
}

interface LinkProps {
  href: string;
  tone?: ButtonTone;
  large?: boolean;
  children: ReactNode;
}

/** Looks like a button, goes somewhere: stays a link for everybody who listens instead of looking. */
export function ButtonLink({ href, tone = 'plain', large = false, children }: LinkProps) {
  return (
    <Link href={href} className={classOf(tone, large)}>
      {children}
    </Link>
  );
}
