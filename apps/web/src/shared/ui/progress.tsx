import { useId } from 'react';
import { useIntl } from 'react-intl';
import './progress.css';

interface Props {
  label: string;
  /** 0–1 */
  share: number;
  /** Beside the percentage, such as the time left. */
  note?: string | undefined;
  labelHidden?: boolean;
}

export function Progress({ label, share, note, labelHidden = false }: Props) {
  const id = useId();
  const done = Math.min(Math.max(share, 0), 1);
  const percentage = useIntl().formatNumber(done, { style: 'percent' });
  return (
    <div
      role="progressbar"
      aria-labelledby={id}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={done * 100}
      aria-valuetext={percentage}
      className="progress"
    >
      <div className="progress-text numeric">
        <span id={id} className={labelHidden ? 'visually-hidden' : undefined}>
          {label}
        </span>
        <span>{percentage}</span>
        {note && <span className="progress-note">{note}</span>}
      </div>
      <div className="progress-track">
        <div className="progress-fill" style={{ width: `${done * 100}%` }} />
      </div>
    </div>
  );
}
