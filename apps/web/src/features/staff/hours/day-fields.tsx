import type { ReactNode } from 'react';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { isFaulty, isOvernight, mostSpans, withSpan, type DayDraft, type SpanDraft } from './week-draft.js';

interface Props {
  /** What the fields are of: a weekday, or a date. */
  name: string;
  day: DayDraft;
  onChange: (day: DayDraft) => void;
  /** What else can be done with the whole day. */
  children?: ReactNode;
}

/** The openings of one day: none, one, or several with pauses between them. */
export function DayFields({ name, day, onChange, children }: Props) {
  const t = useT();
  const change = (key: number, part: Partial<SpanDraft>) =>
    onChange(day.map((span) => (span.key === key ? { ...span, ...part } : span)));
  return (
    <fieldset className="day-fields">
      <legend className="field-label">{name}</legend>
      {day.length === 0 && <p className="soft">{t('hours.closed')}</p>}
      {day.map((span) => (
        <Span
          key={span.key}
          span={span}
          onChange={(part) => change(span.key, part)}
          onRemove={() => onChange(day.filter(({ key }) => key !== span.key))}
          of={name}
        />
      ))}
      <div className="button-row">
        {day.length < mostSpans && (
          <Button tone="quiet" onPress={() => onChange(withSpan(day))}>
            {t(day.length === 0 ? 'hours.addFirst' : 'hours.addSpan')}
            <span className="visually-hidden"> {name}</span>
          </Button>
        )}
        {children}
      </div>
    </fieldset>
  );
}

interface SpanProps {
  span: SpanDraft;
  of: string;
  onChange: (part: Partial<SpanDraft>) => void;
  onRemove: () => void;
}

function Span({ span, of, onChange, onRemove }: SpanProps) {
  const t = useT();
  return (
    <div className="span-fields">
      <TextField
        label={t('hours.opens')}
        type="time"
        isRequired
        value={span.opens}
        onChange={(opens) => onChange({ opens })}
      />
      <TextField
        label={t('hours.closes')}
        type="time"
        isRequired
        value={span.closes}
        fault={isFaulty(span) && span.closes !== '' && span.opens !== '' ? t('hours.noLength') : undefined}
        onChange={(closes) => onChange({ closes })}
      />
      <Button onPress={onRemove}>
        {t('hours.removeSpan')}
        <span className="visually-hidden">
          {' '}
          {of} {span.opens}
        </span>
      </Button>
      {isOvernight(span) && <p className="field-hint">{t('hours.nextDay')}</p>}
    </div>
  );
}
