import { lazy, Suspense, useId, useState } from 'react';
import type { PrintJob } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import './print-looks.css';

// Fetched when somebody wants to look: most people never do.
const ToolpathView = lazy(() => import('./toolpath/toolpath-view.js'));
const ModelView = lazy(() => import('./model/model-view.js'));

type Look = 'toolpath' | 'model';

/** Offers to look at a print before it is printed: layer by layer, as a model, or at both beside each other. */
export function PrintLooks({ job }: { job: Pick<PrintJob, 'fileName' | 'toolpathUrl' | 'model' | 'analysis'> }) {
  const t = useT();
  const id = useId();
  const [looks, setLooks] = useState<readonly Look[]>([]);
  const { toolpathUrl, model } = job;
  if (!toolpathUrl && !model) return null;
  const button = (which: Look) => (
    <Button
      tone="quiet"
      aria-expanded={looks.includes(which)}
      aria-controls={`${id}${which}`}
      onPress={() =>
        setLooks((open) => (open.includes(which) ? open.filter((one) => one !== which) : [...open, which]))
      }
    >
      {t(`looks.${which}`)}
      <span className="visually-hidden">{job.fileName}</span>
    </Button>
  );
  return (
    <div className="stack">
      <div className="button-row">
        {toolpathUrl && button('toolpath')}
        {model && button('model')}
      </div>
      <div className="print-looks">
        <div id={`${id}toolpath`}>
          {looks.includes('toolpath') && toolpathUrl && (
            <Suspense fallback={<p role="status">{t('loading')}</p>}>
              <ToolpathView key={toolpathUrl} url={toolpathUrl} />
            </Suspense>
          )}
        </div>
        <div id={`${id}model`}>
          {looks.includes('model') && model && (
            <Suspense fallback={<p role="status">{t('loading')}</p>}>
              <ModelView key={model.url} model={model} />
            </Suspense>
          )}
        </div>
      </div>
    </div>
  );
}
