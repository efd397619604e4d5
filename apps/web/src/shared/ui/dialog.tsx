import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { AriaLanguage } from '../i18n/aria-language.js';
import './dialog.css';

interface Props {
  title: string;
  onClose: () => void;
  /** Questions that must not be answered by accident are alert dialogs. */
  alert?: boolean;
  children: ReactNode;
}

/** Open as long as it is rendered; Escape and a press outside close it. */
export function Dialog({ title, onClose, alert = false, children }: Props) {
  return (
    <AriaLanguage>
      <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="dialog-overlay">
        <Modal className="dialog-modal">
          <AriaDialog role={alert ? 'alertdialog' : 'dialog'} className="dialog">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </AriaLanguage>
  );
}
