import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { groupById } from '../groups/queries';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Panel';
import { InvitationList } from './InvitationList';
import { ofGroup } from './queries';

/** Who is invited to a group and has not answered: all for its moderators, whom one invited oneself for others. */
export function GroupInvitationsPanel({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const group = useQuery(groupById(api, groupId));
  return (
    <section className="stack" tabIndex={-1} aria-labelledby="group-invitations">
      <h2 id="group-invitations">{t('invitations.open')}</h2>
      <Loaded query={group}>
        {({ group: { myRole } }) => <Open groupId={groupId} box={myRole && myRole !== 'MEMBER' ? 'group' : 'sent'} />}
      </Loaded>
    </section>
  );
}

function Open({ groupId, box }: { groupId: string; box: 'group' | 'sent' }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(ofGroup(api, groupId, box));
  return <InvitationList query={query} empty={<Empty title={t('invitations.noneOpen')} text={t('invitations.noneOpenText')} />} />;
}
