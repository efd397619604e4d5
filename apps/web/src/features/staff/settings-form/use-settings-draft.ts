import { useState } from 'react';
import type { UseMutationResult } from '@tanstack/react-query';

interface Options<Saved, Draft> {
  saved: Saved;
  /** The settings as they are typed. */
  draftOf: (saved: Saved) => Draft;
  /** What was typed as settings; undefined while something in it is wrong. */
  settingsOf: (draft: Draft) => Saved | undefined;
  save: UseMutationResult<Saved, Error, Saved>;
  /** What holds now, when somebody else was faster. */
  reload: () => Promise<Saved | undefined>;
}

/** Settings while they are changed: what is typed stays until it is saved, or given up for what holds by now. */
export function useSettingsDraft<Saved, Draft>({ saved, draftOf, settingsOf, save, reload }: Options<Saved, Draft>) {
  const [draft, setDraft] = useState(() => draftOf(saved));
  const set = (part: Partial<Draft>) => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const send = () => {
    const settings = settingsOf(draft);
    if (settings !== undefined) save.mutate(settings, { onSuccess: (now) => setDraft(draftOf(now)) });
  };
  const takeCurrent = async () => {
    const current = await reload();
    if (current === undefined) return;
    save.reset();
    setDraft(draftOf(current));
  };
  return { draft, set, send, save, takeCurrent };
}
