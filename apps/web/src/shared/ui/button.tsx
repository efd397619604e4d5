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

/**
 * A button that waits keeps its place and its focus and does nothing. React Aria's own pending state is not used: it
 * announces a progress bar that is gone by the time a screen reader looks for its name.
 */
export function Button({ tone = 'plain', large = false, isPending = false, children, ...rest }: Props) {
  const waiting = isPending ? ({ onPress: () => undefined, type: 'button', 'data-pending': true } as const) : {};
  return (
    <AriaButton {...rest} {...waiting} className={classOf(tone, large)}>
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
