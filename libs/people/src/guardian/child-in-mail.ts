import { firstNameIn } from '../rules/first-name.js';

/** How a mail to a guardian calls the young person: parameters of its text. */
export function childInMail(displayName: string): { hasName: 'yes' | 'no'; child: string } {
  const child = firstNameIn(displayName);
  return { hasName: child === null ? 'no' : 'yes', child: child ?? '' };
}
