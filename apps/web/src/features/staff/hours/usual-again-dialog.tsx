import { useEffect } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Opening, OpeningPreview } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ChangeFoot } from './change-foot.js';
import { useHoursChange } from './use-opening.js';

interface Props {
  title: string;
  wish: OpeningPreview;
  opening: Opening;
  hub: HubSummary;
  onClose: () => void;
}

/** Taking something away needs no field: what it does is shown at once. */
export function UsualAgainDialog({ title, wish, opening, hub, onClose }: Props) {
  const change = useHoursChange(hub.slug, opening);
  const { mutate } = change.preview;
  useEffect(() => mutate(wish), [mutate, wish]);
  return (
    <Dialog title={title} onClose={onClose} alert>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.ask(wish);
        }}
      >
        <ChangeFoot change={change} days={opening.days} hub={hub} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
