import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Group } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Loaded } from '../ui/Panel';
import { GroupEnding } from './GroupEnding';
import { groupById } from './queries';
import { SettingsForm } from './SettingsForm';

/** What admins change about a group; its archive and its end are its owners'. */
export function SettingsPanel({ group }: { group: Group }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useQuery(groupById(api, group.id));
  return (
    <section className="stack" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('groups.settings.title')}</h2>
      <Loaded query={query}>{(read) => <SettingsForm read={read} />}</Loaded>
      {group.myRole === 'OWNER' && <GroupEnding group={group} />}
    </section>
  );
}
