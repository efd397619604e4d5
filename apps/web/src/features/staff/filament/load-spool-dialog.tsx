import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Printer, Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { useSpoolAct } from './use-filament.js';

interface Props {
  spool: Spool;
  printers: readonly Printer[];
  onClose: () => void;
}

/** What was in that place of the printer is off it afterwards. */
export function LoadSpoolDialog({ spool, printers, onClose }: Props) {
  const t = useT();
  const [printer, setPrinter] = useState(printers[0]?.slug ?? '');
  const act = useSpoolAct(spool);
  return (
    <Dialog title={t('filament.loadTitle', { number: spool.number })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ kind: 'load', body: { printer, tool: 0 } }, { onSuccess: onClose });
        }}
      >
        <ChoiceGroup
          label={t('filament.printer')}
          value={printer}
          onChange={setPrinter}
          choices={printers.map(({ slug, name }) => ({ value: slug, content: name }))}
        />
        {act.error && <ProblemNotice error={act.error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={act.isPending}>
            {t('filament.load')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
