import { useId } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import type { Hub, Resource } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import type { SeriesDraft } from './series-draft.js';

interface Props {
  hub: Hub;
  resources: readonly Resource[];
  draft: SeriesDraft;
  onChange: (part: Partial<SeriesDraft>) => void;
}

/** What every date takes: any of a pool, one thing, or several together. */
export function TargetChoice({ hub, resources, draft, onChange }: Props) {
  const t = useT();
  const id = useId();
  const bookable = resources.filter((resource) => resource.bookable);
  const pools = hub.pools.filter(({ slug }) => bookable.some(({ pool }) => pool === slug));
  const [kind, slug] = draft.target.split('/');
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('series.target')}
        </label>
        <select
          id={id}
          className="field-input"
          required
          value={draft.target}
          onChange={({ target }) => onChange({ target: target.value })}
        >
          <option value="">{t('series.chooseTarget')}</option>
          <optgroup label={t('series.anyOf')}>
            {pools.map((pool) => (
              <option key={pool.id} value={`pool/${pool.slug}`}>
                {pool.name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('plan.thing')}>
            {bookable.map((resource) => (
              <option key={resource.id} value={`resource/${resource.slug}`}>
                {resource.name}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {kind === 'resource' && (
        <CheckboxGroup className="choice-group" value={[...draft.also]} onChange={(also) => onChange({ also })}>
          <Label className="field-label">{t('series.also')}</Label>
          <div className="choices">
            {bookable
              .filter((resource) => resource.slug !== slug)
              .map((resource) => (
                <Checkbox key={resource.id} value={resource.slug} className="choice">
                  {resource.name}
                </Checkbox>
              ))}
          </div>
        </CheckboxGroup>
      )}
    </>
  );
}
