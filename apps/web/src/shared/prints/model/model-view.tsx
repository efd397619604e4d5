import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { PrintAnalysis, PrintJob } from '#libs/contracts';
import { useT } from '../../i18n/use-t.js';
import { Notice } from '../../ui/notice.js';
import { canDraw, ModelScene } from './model-scene.js';
import { useModel } from './use-model.js';
import './model.css';

interface Props {
  model: NonNullable<PrintJob['model']>;
  box: PrintAnalysis['boundingBox'];
}

/** A model in 3D, turned by dragging or with the arrow keys. Its size is said in words as well. */
export default function ModelView({ model, box }: Props) {
  const t = useT();
  const intl = useIntl();
  const mm = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 1 });
  const size = box
    ? t('model.size', {
        width: mm(box.max.x - box.min.x),
        depth: mm(box.max.y - box.min.y),
        height: mm(box.max.z - box.min.z),
      })
    : t('model.noSize');
  // Without WebGL the size in words has to do.
  const [isPossible] = useState(canDraw);
  const { data, isError } = useModel(model);
  return (
    <div className="stack">
      {isError || !isPossible ? (
        <Notice tone="warning" title={t('model.notShown')} live={false} />
      ) : data ? (
        <Scene object={data} label={`${t('model.title')}. ${size}`} />
      ) : (
        <p role="status">{t('loading')}</p>
      )}
      <p>{size}</p>
      {data && isPossible && <p className="soft">{t('model.turn')}</p>}
    </div>
  );
}

function Scene({ object, label }: { object: NonNullable<ReturnType<typeof useModel>['data']>; label: string }) {
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
