import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { PrintJob } from '#libs/contracts';
import { useT } from '../../i18n/use-t.js';
import { Notice } from '../../ui/notice.js';
import { canDraw, ModelScene } from './model-scene.js';
import { useModel, type LoadedModel } from './use-model.js';
import './model.css';

/** A model in 3D, turned by dragging or with the arrow keys. Its size is said in words as well. */
export default function ModelView({ model }: { model: NonNullable<PrintJob['model']> }) {
  const t = useT();
  const { data, isError } = useModel(model);
  if (isError) return <Notice tone="warning" title={t('model.notShown')} live={false} />;
  if (!data) return <p role="status">{t('loading')}</p>;
  return <Loaded {...data} />;
}

function Loaded({ object, size }: LoadedModel) {
  const t = useT();
  const intl = useIntl();
  const mm = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 1 });
  const words = t('model.size', { width: mm(size.x), depth: mm(size.y), height: mm(size.z) });
  // Without WebGL the size in words has to do.
  const [isPossible] = useState(canDraw);
  return (
    <div className="stack">
      {isPossible ? (
        <Scene object={object} label={`${t('model.title')}. ${words}`} />
      ) : (
        <Notice tone="warning" title={t('model.notShown')} live={false} />
      )}
      <p>{words}</p>
      {isPossible && <p className="soft">{t('model.turn')}</p>}
    </div>
  );
}

function Scene({ object, label }: { object: LoadedModel['object']; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useRef<ModelScene>(null);
  useEffect(() => {
    if (!canvas.current) return;
    scene.current = new ModelScene(canvas.current, object);
    return () => scene.current?.close();
  }, [object]);
  return (
    <canvas
      ref={canvas}
      className="model-canvas"
      role="img"
      aria-label={label}
      // Something that keys act on must be reachable by key.
      tabIndex={0}
      onKeyDown={(event) => {
        if (scene.current?.turnByKey(event.key)) event.preventDefault();
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId))
          scene.current?.turn(event.movementX, event.movementY);
      }}
    />
  );
}
