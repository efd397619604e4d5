import { lazy, Suspense, useId, useState } from 'react';
import type { PrintJob } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';

// Fetched when somebody wants to look: most people never do.
const ToolpathView = lazy(() => import('./toolpath/toolpath-view.js'));
const ModelView = lazy(() => import('./model/model-view.js'));

type Look = 'toolpath' | 'model';

/** Offers to look at a print before it is printed: layer by layer, or as a model. */
export function PrintLooks({ job }: { job: Pick<PrintJob, 'fileName' | 'toolpathUrl' | 'model' | 'analysis'> }) {
  const t = useT();
  const id = useId();
  const [look, setLook] = useState<Look | null>(null);
  const { toolpathUrl, model } = job;
  if (!toolpathUrl && !model) return null;
  const button = (which: Look) => (
    <Button
      tone="quiet"
      aria-expanded={look === which}
      aria-controls={id}
      onPress={() => setLook(look === which ? null : which)}
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
      <div id={id}>
        <Suspense fallback={<p role="status">{t('loading')}</p>}>
          {look === 'toolpath' && toolpathUrl && <ToolpathView key={toolpathUrl} url={toolpathUrl} />}
          {look === 'model' && model && <ModelView key={model.url} model={model} />}
        </Suspense>
      </div>
    </div>
  );
}
