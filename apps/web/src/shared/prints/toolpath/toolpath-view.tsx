import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useT } from '../../i18n/use-t.js';
import { ChoiceGroup } from '../../ui/choice-group.js';
import { QueryView } from '../../ui/query-view.js';
import { drawLayer, type LayerColours, type LayerPicture } from './draw-layer.js';
import type { Toolpath } from './read-toolpath.js';
import { frameOf, isOutside, type Look } from './toolpath-frame.js';
import { useToolpath } from './use-toolpath.js';
import './toolpath.css';

/** A print from above, layer by layer. */
export default function ToolpathView({ url }: { url: string }) {
  const path = useToolpath(url);
  return <QueryView query={path}>{(data) => <Layers path={data} />}</QueryView>;
}

function Layers({ path }: { path: Toolpath }) {
  const t = useT();
  const intl = useIntl();
  const sliderId = useId();
  const last = path.layers.length - 1;
  const [index, setIndex] = useState(last);
  const [look, setLook] = useState<Look>(isOutside(path) ? 'plate' : 'print');
  const [showsTravel, setShowsTravel] = useState(false);
  const frame = useMemo(() => frameOf(path, look), [path, look]);
  const layer = path.layers[index];
  const height = intl.formatNumber(layer?.heightMillimetres ?? 0, { maximumFractionDigits: 2 });
  const said = t('toolpath.layerOf', { layer: layer?.number ?? 0, count: path.layerCount, height });
  return (
    <div className="stack toolpath">
      <LayerCanvas label={said} path={path} index={index} frame={frame} showsTravel={showsTravel} />
      <div className="toolpath-slider">
        <div className="spread">
          <label htmlFor={sliderId}>{t('toolpath.layer')}</label>
          <output className="numeric">{said}</output>
        </div>
        <input
          id={sliderId}
          type="range"
          min={0}
          max={last}
          value={index}
          aria-valuetext={said}
          onChange={(event) => setIndex(Number(event.target.value))}
        />
      </div>
      {isOutside(path) && <p className="toolpath-outside">{t('toolpath.outside')}</p>}
      <div className="toolpath-choices">
        <ChoiceGroup
          label={t('toolpath.look')}
          value={look}
          onChange={(value) => setLook(value === 'plate' ? 'plate' : 'print')}
          choices={[
            { value: 'print', content: t('toolpath.lookPrint') },
            { value: 'plate', content: t('toolpath.lookPlate') },
          ]}
        />
        <label className="toolpath-travel">
          <input type="checkbox" checked={showsTravel} onChange={(event) => setShowsTravel(event.target.checked)} />
          {t('toolpath.travel')}
        </label>
      </div>
      {path.everyNthLayer > 1 && <p className="soft">{t('toolpath.thinned', { nth: path.everyNthLayer })}</p>}
      {path.isCutShort && <p className="soft">{t('toolpath.cutShort')}</p>}
    </div>
  );
}

function LayerCanvas({ label, ...picture }: { label: string } & Omit<LayerPicture, 'colours'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { path, index, frame, showsTravel } = picture;
  useEffect(() => {
    const draw = () => canvas.current && drawSharply(canvas.current, { path, index, frame, showsTravel });
    draw();
    // Another size, or another theme, needs another picture.
    const sizes = new ResizeObserver(draw);
    if (canvas.current) sizes.observe(canvas.current);
    const theme = matchMedia('(prefers-color-scheme: dark)');
    theme.addEventListener('change', draw);
    return () => {
      sizes.disconnect();
      theme.removeEventListener('change', draw);
    };
  }, [path, index, frame, showsTravel]);
  return <canvas ref={canvas} className="toolpath-canvas" role="img" aria-label={label} />;
}

function drawSharply(canvas: HTMLCanvasElement, picture: Omit<LayerPicture, 'colours'>): void {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  // Setting the size empties the canvas, so only when it has changed.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  drawLayer(canvas, { ...picture, colours: coloursOf(canvas) });
}

function coloursOf(element: HTMLElement): LayerColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    plate: token('--paper'),
    edge: token('--line-strong'),
    below: token('--line'),
    laid: token('--lake'),
    travel: token('--amber'),
    outside: token('--berry'),
  };
}
