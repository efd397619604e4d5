import { Link } from 'wouter';
import type { ComponentProps, ReactNode } from 'react';
import './button.css';

export type ButtonTone = 'primary' | 'plain' | 'danger' | 'quiet';

interface Props extends Pick<
  ComponentProps<'button'>,
  'autoFocus' | 'aria-label' | `aria-${'pressed' | 'expanded' | 'controls' | 'describedby'}`
> {
  tone?: ButtonTone;
  large?: boolean;
  type?: 'button' | 'submit';
  isPending?: boolean;
  isDisabled?: boolean;
  onPress?: () => void;
  children: ReactNode;
}

const classOf = (tone: ButtonTone, large: boolean) => `button button-${tone}${large ? ' button-large' : ''}`;

/**
 * The browser's own button: it is on the first page, and React Aria's would be a tenth of what that page loads.
 * One that waits keeps its place and its focus and does nothing.
 */
export function Button(props: Props) {
  const { tone = 'plain', large = false, type = 'button', isPending = false, isDisabled, onPress, ...rest } = props;
  return (
    <button
      {...rest}
      type={isPending ? 'button' : type}
      disabled={isDisabled}
      onClick={isPending ? undefined : onPress}
      data-pending={isPending || undefined}
      className={classOf(tone, large)}
    />
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
