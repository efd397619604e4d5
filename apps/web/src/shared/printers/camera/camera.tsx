import { useId, useState } from 'react';
import { useFormats } from '../../i18n/use-formats.js';
import { useT } from '../../i18n/use-t.js';
import { Button } from '../../ui/button.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Photograph } from './photograph.js';
import { usePicture } from './use-picture.js';
import './camera.css';

interface Props {
  /** Its slug or id. */
  printer: string;
  /** As people call it, where several are on the page. */
  name?: string;
  timeZone: string;
}

/** A printer's camera, looked at only when somebody wants to. */
export function Camera({ printer, name, timeZone }: Props) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div className="camera-view stack-tight">
      <div>
        <Button onPress={() => setShown(!isShown)} aria-expanded={isShown} aria-controls={id}>
          {t(isShown ? 'camera.hide' : 'camera.show')}
          {name && <span className="visually-hidden">{name}</span>}
        </Button>
      </div>
      <div id={id}>{isShown && <CameraPicture printer={printer} timeZone={timeZone} />}</div>
    </div>
  );
}

function CameraPicture({ printer, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const { data, error } = usePicture(printer);
  const problem = error && <ProblemNotice error={error} timeZone={timeZone} />;
  return (
    <figure className="camera stack-tight">
      <div className="camera-frame" aria-busy={!data && !error}>
        {data && <Photograph content={data.content} alt={t('camera.alt')} />}
        {!data && !error && <p role="status">{t('camera.loading')}</p>}
        {!data && problem}
      </div>
      {data && (
        <figcaption className="soft numeric">
          {t('camera.takenAt', { time: formats.exactTime(data.takenAt) })}
        </figcaption>
      )}
      {data && problem}
    </figure>
  );
}
