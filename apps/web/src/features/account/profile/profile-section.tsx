import { useT } from '../../../shared/i18n/use-t.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { MyOrganisations } from './my-organisations.js';
import { ProfileForm } from './profile-form.js';
import { useProfile } from './use-profile.js';
import './profile.css';

/** What one has told of oneself, and where one belongs. */
export default function ProfileSection() {
  const t = useT();
  const profile = useProfile();
  return (
    <QueryView query={profile} placeholders={3}>
      {(me) => (
        <>
          <section className="card stack account-card" aria-labelledby="profile-title">
            <h2 id="profile-title">{t('profile.title')}</h2>
            <ProfileForm key={me.id} me={me} />
          </section>
          <section className="card stack account-card" aria-labelledby="organisations-title">
            <h2 id="organisations-title">{t('organisations.title')}</h2>
            <MyOrganisations organisations={me.organisations} />
          </section>
        </>
      )}
    </QueryView>
  );
}
