import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ban, Group } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useName } from '../people/Name';
import { PersonLine } from '../people/Person';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { useFocusKeeper } from '../ui/focus';
import { Loaded, More } from '../ui/Panel';
import { Time } from '../ui/Time';
import { toastFailure } from '../ui/toasts';
import { BanDialog } from './BanDialog';
import { bansOf, memberKeys } from './queries';

/** Who is kept out of a group, and by whom; for moderators. */
export function BansPanel({ group }: { group: Group }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(bansOf(api, group.id));
  const [banning, setBanning] = useState(false);
  const place = useFocusKeeper<HTMLElement>(query.data?.length);
  return (
    <section className="stack" aria-labelledby="bans-title" ref={place}>
      <div className="page-head">
        <h2 id="bans-title" tabIndex={-1} data-keeps-focus>
          {t('members.bans.title')}
        </h2>
        <Button isDisabled={group.archived} onPress={() => setBanning(true)}>
          {t('members.ban.titleAnybody')}
        </Button>
      </div>
      <Loaded query={query}>
        {(bans) =>
          bans.length === 0 ? (
            <Empty title={t('members.bans.none')} text={t('members.bans.noneText')} />
          ) : (
            <ul className="list">
              {bans.map((ban) => (
                <BanLine key={ban.userId} groupId={group.id} ban={ban} canLift={!group.archived} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
      <BanDialog groupId={group.id} open={banning} onClose={() => setBanning(false)} />
    </section>
  );
}

function BanLine({ groupId, ban, canLift }: { groupId: string; ban: Ban; canLift: boolean }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const name = useName(ban.userId);
  const by = useName(ban.bannedBy);
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.groups.DELETE('/api/v1/groups/{g}/bans/{u}', { params: { path: { g: groupId, u: ban.userId } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: memberKeys.bans(groupId) }),
    onError: toastFailure,
  });
  return (
    <li className="line-wide">
      <PersonLine id={ban.userId}>
        {t('members.bans.by', { name: by })} <Time at={ban.bannedAt} />
        {' · '}
        {ban.until === null ? (
          t('members.bans.forGood')
        ) : (
          <>
            {t('members.bans.until')} <Time at={ban.until} />
          </>
        )}
        {ban.reason && <p>{ban.reason}</p>}
      </PersonLine>
      {canLift && (
        <Button aria-label={t('members.bans.liftOf', { name })} isPending={isPending} onPress={() => mutate()}>
          {t('members.bans.lift')}
        </Button>
      )}
    </li>
  );
}
