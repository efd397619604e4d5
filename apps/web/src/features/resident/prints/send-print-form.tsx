import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useLocation } from 'wouter';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { Progress } from '../../../shared/ui/progress.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { FileChoice } from '../../../shared/prints/sending/file-choice.js';
import { MaterialChoice } from './material-choice.js';
import { useSendPrint } from './use-send-print.js';

export function SendPrintForm({ hub }: { hub: string }) {
  const t = useT();
  const [, navigate] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [material, setMaterial] = useState('');
  const [note, setNote] = useState('');
  const send = useSendPrint();
  const submit = () => {
    if (!file) return setMissing(true);
    send.mutate({ file, hub, material, note }, { onSuccess: ({ id }) => navigate(`/prints/${id}`) });
  };
  return (
    <Form
      className="card stack send-print"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FileChoice
        file={file}
        error={missing && !file ? t('sendPrint.fileMissing') : undefined}
        onFile={(chosen) => {
          setFile(chosen);
          send.reset();
        }}
      />
      <MaterialChoice value={material} onChange={setMaterial} />
      <TextField
        label={t('sendPrint.note')}
        hint={t('sendPrint.noteHint')}
        multiline
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <p className="soft">
        {t('sendPrint.policy')}{' '}
        <a href="/terms" target="_blank" rel="noopener">
          {t('sendPrint.terms')}
        </a>
      </p>
      {send.error && <ProblemNotice error={send.error} />}
      {send.isPending ? (
        <>
          <Progress label={t('sendPrint.sending')} share={send.share} />
          <div>
            <Button onPress={send.stop}>{t('sendPrint.stop')}</Button>
          </div>
        </>
      ) : (
        <div>
          <Button type="submit" tone="primary" large>
            {t('sendPrint.submit')}
          </Button>
        </div>
      )}
    </Form>
  );
}
