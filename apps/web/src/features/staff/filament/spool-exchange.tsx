import { useRef, useState } from 'react';
import { ApiProblem } from '../../../shared/api/problem.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { Section } from '../section.js';
import { exportAddress, useImportSpools } from './use-filament.js';

/** To and from Spoolman, and from another hub. */
export function SpoolExchange({ hub }: { hub: string }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isNoJson, setNoJson] = useState(false);
  const add = useImportSpools(hub);
  const read = async (file: File | undefined) => {
    if (!file) return;
    add.reset();
    const spools = await file.text().then(parsed);
    setNoJson(spools === undefined);
    if (spools !== undefined) add.mutate(spools);
  };
  return (
    <Section title={t('filament.exchangeTitle')}>
      <p className="soft">{t('filament.exchangeLead')}</p>
      {isNoJson && <Notice tone="error" title={t('filament.noJson')} />}
      {add.error && <Faults error={add.error} />}
      {add.data && <Notice tone="good" title={t('filament.imported', { count: add.data.added })} />}
      <div className="button-row">
        <Button isPending={add.isPending} onPress={() => input.current?.click()}>
          {t('filament.import')}
        </Button>
        <a className="button button-plain" href={exportAddress(hub)} download={`filamentit-${hub}.json`}>
          {t('filament.export')}
        </a>
      </div>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('filament.import')}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </Section>
  );
}

/** Every fault of a file with the place where it is. */
function Faults({ error }: { error: Error }) {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  if (!(error instanceof ApiProblem) || errors.length === 0) return <ProblemNotice error={error} />;
  return (
    <Notice tone="error" title={error.problem.title}>
      <ul>
        {errors.map(({ path, message }) => (
          <li key={path + message}>
            {path}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // It is no JSON, which is all that its reader needs to know.
    return undefined;
  }
}
