import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import type { StaffNotifications, StaffTopic } from '#libs/contracts';
import type { MessageKey } from '../../../shared/i18n/messages/fi.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { CheckRow } from '../../../shared/ui/check-row.js';
import { SettingsForm } from '../settings-form/settings-form.js';
import { useSettingsDraft } from '../settings-form/use-settings-draft.js';
import { useChooseNotifications } from './use-notifications.js';

/** The most urgent first. */
const names: Record<StaffTopic, MessageKey> = {
  too_hot: 'notifications.too_hot',
  alarm: 'notifications.alarm',
  print_failed: 'notifications.print_failed',
  fault: 'notifications.fault',
  print_review: 'notifications.print_review',
  booking_approval: 'notifications.booking_approval',
};
const topics = Object.keys(names) as StaffTopic[];

const asIs = (chosen: StaffNotifications) => chosen;

/** What one wants to be told of a hub. */
export function NotificationsForm({ chosen }: { chosen: StaffNotifications }) {
  const t = useT();
  const form = useSettingsDraft({
    saved: chosen,
    draftOf: asIs,
    settingsOf: asIs,
    save: useChooseNotifications(),
    reload: async () => undefined,
  });
  const { draft, set } = form;
  const choose = (values: readonly string[]) => set({ topics: topics.filter((topic) => values.includes(topic)) });
  return (
    <SettingsForm form={form} savedText={t('notifications.saved', { count: draft.topics.length })}>
      <CheckboxGroup className="choice-group" value={[...draft.topics]} onChange={choose}>
        <Label className="field-label">{t('notifications.label')}</Label>
        <div className="notification-topics">
          {topics.map((topic) => (
            <CheckRow key={topic} value={topic}>
              {t(names[topic])}
            </CheckRow>
          ))}
        </div>
      </CheckboxGroup>
    </SettingsForm>
  );
}
