import { Link, useLocation } from 'wouter';
import { isStaff, useMe } from '../../shared/api/use-me.js';
import { useT } from '../../shared/i18n/use-t.js';
import { NavIcon, type NavIconName } from './nav-icon.js';

interface Item {
  href: string;
  label: string;
  icon: NavIconName;
}

export function SiteNav() {
  const t = useT();
  const me = useMe();
  const [location] = useLocation();
  // Whoever must set up a second factor first has no role yet, and learns there why.
  const works = isStaff(me.data) || me.data?.mustSetUpSecondFactor;
  const items: Item[] = [
    { href: '/', label: t('nav.home'), icon: 'home' },
    { href: '/bookings', label: t('nav.bookings'), icon: 'bookings' },
    { href: '/prints', label: t('nav.prints'), icon: 'prints' },
    ...(works ? [{ href: '/staff', label: t('nav.staff'), icon: 'staff' as const }] : []),
    me.data
      ? { href: '/account', label: t('nav.account'), icon: 'account' }
      : { href: '/sign-in', label: t('nav.signIn'), icon: 'account' },
  ];
  const isHere = (href: string) => (href === '/' ? location === '/' : location.startsWith(href));
  return (
    <nav className="site-nav" aria-label={t('nav.label')}>
      <ul>
        {items.map(({ href, label, icon }) => (
          <li key={href}>
            <Link href={href} className="site-nav-link" aria-current={isHere(href) ? 'page' : undefined}>
              <NavIcon name={icon} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
