import { useT } from '../i18n/use-t.js';
import './placeholders.css';

/** Grey bars that stand in for what is on its way. */
export function Placeholders({ count = 3 }: { count?: number }) {
  const t = useT();
  return (
    <div className="placeholders" role="status" aria-busy="true">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="placeholder" />
      ))}
    </div>
  );
}
