import type { ReactNode } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { SaveOutcome } from './save-outcome.js';

interface Props {
  /** Of `useSettingsDraft`. */
  form: {
    send: () => void;
    save: { error: Error | null; isSuccess: boolean; isPending: boolean };
    takeCurrent: () => Promise<void>;
  };
  savedText: string;
  children: ReactNode;
}

/** The fields of some settings, and what became of saving them. */
export function SettingsForm({ form: { send, save, takeCurrent }, savedText, children }: Props) {
  const t = useT();
  return (
    <Form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <SaveOutcome save={save} savedText={savedText} onReload={() => void takeCurrent()} />
      <div>
        <Button type="submit" tone="primary" isPending={save.isPending}>
          {t('devices.save')}
        </Button>
      </div>
    </Form>
  );
}
