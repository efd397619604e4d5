import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
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
  return (
    <ProgressBar value={share * 100} className="progress">
      {({ percentage, valueText }) => (
        <>
          <div className="progress-text numeric">
            <Label className={labelHidden ? 'visually-hidden' : undefined}>{label}</Label>
            <span>{valueText}</span>
            {note && <span className="progress-note">{note}</span>}
          </div>
          <div className="progress-track">
            <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
