import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useIntl } from 'react-intl';
import { AriaLanguage } from '../../i18n/aria-language.js';
import { useT } from '../../i18n/use-t.js';
import '../../ui/button.css';
import './sending.css';

const accepted = ['.gcode', '.gco', '.g', '.bgcode', '.3mf', '.stl'];

interface Props {
  file: File | null;
  error: string | undefined;
  onFile: (file: File) => void;
}

/** Drop a file here, or press the button: both do the same. */
export function FileChoice({ file, error, onFile }: Props) {
  const t = useT();
  const intl = useIntl();
  const errorId = useId();
  const megabytes = (bytes: number) => intl.formatNumber(bytes / 1_000_000, { maximumFractionDigits: 1 });
  return (
    <div className="field">
      <AriaLanguage>
        <DropZone
          className="drop-zone"
          aria-label={t('sendPrint.drop')}
          getDropOperation={() => 'copy'}
          onDrop={async ({ items }) => {
            const dropped = items.find((item) => item.kind === 'file');
            if (dropped) onFile(await dropped.getFile());
          }}
        >
          <p role="status">
            {file ? (
              <>
                <strong>{file.name}</strong> <span className="soft">{megabytes(file.size)} MB</span>
              </>
            ) : (
              t('sendPrint.drop')
            )}
          </p>
          <FileTrigger
            acceptedFileTypes={accepted}
            onSelect={(files) => {
              const chosen = files?.[0];
              if (chosen) onFile(chosen);
            }}
          >
            <Button className="button button-plain" {...(error ? { 'aria-describedby': errorId } : {})}>
              {t(file ? 'sendPrint.otherFile' : 'sendPrint.chooseFile')}
            </Button>
          </FileTrigger>
          <p className="field-hint">{t('sendPrint.formats')}</p>
        </DropZone>
      </AriaLanguage>
      {error && (
        <p id={errorId} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
