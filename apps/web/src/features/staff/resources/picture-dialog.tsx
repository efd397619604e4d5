import { useId, useState, type ChangeEvent } from 'react';
import type { SetUpHub, SetUpResource } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import '../../../shared/ui/field.css';
import { shrinkPicture } from './shrink-picture.js';
import { useInLanguage } from './use-in-language.js';
import { useChangeSetUp } from './use-set-up-hub.js';

interface Props {
  resource: SetUpResource;
  hub: SetUpHub['hub'];
  onClose: () => void;
}

/** What a thing looks like on its booking page: the picture that is there, and another in its place. */
export function PictureDialog({ resource: { slug, name, picture }, hub, onClose }: Props) {
  const t = useT();
  const read = useInLanguage();
  const id = useId();
  const [isUnreadable, setUnreadable] = useState(false);
  const change = useChangeSetUp(hub.slug);
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    change.reset();
    const small = await shrinkPicture(file).catch(() => null);
    setUnreadable(small === null);
    if (small) change.mutate({ kind: 'picture', slug, picture: small });
  };
  return (
    <Dialog title={t('things.pictureTitle', { name: read(name) })} onClose={onClose}>
      <div role="status">
        {picture ? (
          <img className="thing-picture" src={picture} alt={t('booking.picture', { name: read(name) })} />
        ) : (
          <p className="soft">{t('things.pictureNone')}</p>
        )}
      </div>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t(picture ? 'things.pictureOther' : 'things.pictureChoose')}
        </label>
        <p id={`${id}-hint`} className="field-hint">
          {t('things.pictureHint')}
        </p>
        <input
          id={id}
          className="field-input"
          type="file"
          accept="image/*"
          aria-describedby={`${id}-hint`}
          disabled={change.isPending}
          onChange={(event) => void send(event)}
        />
        {isUnreadable && (
          <p className="field-error" role="alert">
            {t('things.pictureUnreadable')}
          </p>
        )}
      </div>
      {change.error && <ProblemNotice error={change.error} />}
      <div className="button-row">
        <Button tone="primary" onPress={onClose}>
          {t('dialog.close')}
        </Button>
        {picture && (
          <Button
            tone="danger"
            isPending={change.isPending}
            onPress={() => change.mutate({ kind: 'delete-picture', slug })}
          >
            {t('things.pictureRemove')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
