import { useState } from 'react';
import type { Printer, Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { useSpoolAct } from './use-filament.js';

interface Props {
  spool: Spool;
  printers: readonly Printer[];
  onClose: () => void;
}

/** As many places as a printer with a unit for several filaments commonly has; most have the first one only. */
const places = [0, 1, 2, 3, 4, 5, 6, 7];

/** What was in that place of the printer is off it afterwards. */
export function LoadSpoolDialog({ spool, printers, onClose }: Props) {
  const t = useT();
  const [printer, setPrinter] = useState(spool.loaded?.printer ?? printers[0]?.slug ?? '');
  const [tool, setTool] = useState(String(spool.loaded?.tool ?? 0));
  const act = useSpoolAct(spool);
  return (
    <FormDialog
      title={t('filament.loadTitle', { number: spool.number })}
      action={t('filament.load')}
      isPending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ kind: 'load', body: { printer, tool: Number(tool) } }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <ChoiceGroup
        label={t('filament.printer')}
        value={printer}
        onChange={setPrinter}
        choices={printers.map(({ slug, name }) => ({ value: slug, content: name }))}
      />
      <ChoiceGroup
        label={t('filament.tool')}
        value={tool}
        onChange={setTool}
        choices={places.map((place) => ({ value: String(place), content: String(place + 1) }))}
      />
      <p className="soft">{t('filament.toolHint')}</p>
    </FormDialog>
  );
}
