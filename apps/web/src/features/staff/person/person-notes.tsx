import type { Person } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Section } from '../section.js';
import { AddText } from './add-text.js';
import { useChangePerson } from './use-person.js';

/** What staff tell each other about somebody, who can read it in the export of his or her data. */
export function PersonNotes({ person, hub }: { person: Person; hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const change = useChangePerson(person.id);
  const write = (text: string, onSuccess: () => void) =>
    change.mutate({ kind: 'note', body: { hub: hub.slug, text } }, { onSuccess });
  return (
    <Section title={t('person.notes')} count={person.notes.length}>
      <ul className="stack-tight">
        {person.notes.map((note) => (
          <li key={note.id} className="card stack-tight">
            <p>{note.text}</p>
            <p className="soft">{[note.author, formats.dayTime(note.createdAt)].filter(Boolean).join(', ')}</p>
            {note.isOwn && (
              <div>
                <Button
                  isPending={change.isPending}
                  onPress={() => change.mutate({ kind: 'forget-note', note: note.id })}
                >
                  {t('person.forgetNote')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <AddText
        label={t('person.newNote')}
        hint={t('person.noteHint')}
        action={t('person.writeNote')}
        maxLength={4000}
        multiline
        isPending={change.isPending}
        error={change.error}
        onAdd={write}
      />
    </Section>
  );
}
