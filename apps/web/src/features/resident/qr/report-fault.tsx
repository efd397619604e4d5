import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api } from '../../../shared/api/client.js';
import { useMe } from '../../../shared/api/use-me.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { TextField } from '../../../shared/ui/text-field.js';

interface Props {
  hub: string;
  /** Slug of what is broken. */
  resource: string;
  name: string;
}

/** Tells the staff that something is wrong with what one stands in front of. */
export function ReportFault(props: Props) {
  const t = useT();
  const me = useMe();
  const [location] = useLocation();
  const [asking, setAsking] = useState(false);
  const [isSent, setSent] = useState(false);
  if (isSent) return <Notice tone="good" title={t('fault.thanks')} />;
  const next = encodeURIComponent(location + window.location.search);
  return (
    <div>
      {me.data ? (
        <Button onPress={() => setAsking(true)}>{t('fault.report')}</Button>
      ) : (
        <ButtonLink href={`/sign-in?next=${next}`}>{t('fault.signIn')}</ButtonLink>
      )}
      {asking && <ReportDialog {...props} onSent={() => setSent(true)} onClose={() => setAsking(false)} />}
    </div>
  );
}

function ReportDialog({ hub, resource, name, onSent, onClose }: Props & { onSent: () => void; onClose: () => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const path = `/hubs/${encodeURIComponent(hub)}/resources/${encodeURIComponent(resource)}/faults`;
  const report = useMutation({
    mutationFn: () => api.post(path, text.trim() === '' ? {} : { text: text.trim() }),
    onSuccess: onSent,
  });
  return (
    <FormDialog
      title={t('fault.reportTitle', { name })}
      action={t('fault.send')}
      isPending={report.isPending}
      error={report.error}
      onSubmit={() => report.mutate()}
      onClose={onClose}
    >
      <TextField
        label={t('fault.text')}
        hint={t('fault.textHint')}
        multiline
        autoFocus
        maxLength={500}
        value={text}
        onChange={setText}
      />
    </FormDialog>
  );
}
