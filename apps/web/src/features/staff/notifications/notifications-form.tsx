import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';
import type { StaffNotifications, StaffTopic } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { SettingsForm } from '../settings-form/settings-form.js';
import { useSettingsDraft } from '../settings-form/use-settings-draft.js';
import { useChooseNotifications } from './use-notifications.js';

/** The most urgent first. */
const topics: readonly StaffTopic[] = ['too_hot', 'alarm', 'print_failed', 'fault', 'print_review', 'booking_approval'];

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
            <Checkbox key={topic} value={topic} className="notification-topic">
              <span className="notification-box" aria-hidden="true" />
              {t(`notifications.${topic}`)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
    </SettingsForm>
  );
}
