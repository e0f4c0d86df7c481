import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import type { List } from '../api/lists';
import { refetchSoon } from '../api/queries';
import type { JoinRequest } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useName } from '../people/Name';
import { PersonLine } from '../people/Person';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { useFocusKeeper } from '../ui/focus';
import { Loaded, More } from '../ui/Panel';
import { Time } from '../ui/Time';
import { toastFailure } from '../ui/toasts';
import { dropRequest } from './cache';
import { memberKeys, requestsOf } from './queries';

/** Who asks to be let in, the oldest first; for moderators. */
export function RequestsPanel({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(requestsOf(api, groupId));
  const place = useFocusKeeper<HTMLElement>(query.data?.length);
  return (
    <section className="stack" aria-labelledby="requests-title" ref={place}>
      <h2 id="requests-title" tabIndex={-1} data-keeps-focus>
        {t('members.requests.title')}
      </h2>
      <Loaded query={query}>
        {(requests) =>
          requests.length === 0 ? (
            <Empty title={t('members.requests.none')} text={t('members.requests.noneText')} />
          ) : (
            <ul className="list">
              {requests.map((request) => (
                <RequestLine key={request.id} request={request} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </section>
  );
}

function RequestLine({ request }: { request: JoinRequest }) {
  const { t } = useTranslation();
  const name = useName(request.userId);
  const { mutate } = useDecide(request);
  return (
    <li className="line-wide">
      <PersonLine id={request.userId}>
        <Time at={request.createdAt} />
        {request.message && <p>{request.message}</p>}
      </PersonLine>
      <div className="row">
        <Button kind="primary" aria-label={t('members.requests.approveOf', { name })} onPress={() => mutate('approve')}>
          {t('members.requests.approve')}
        </Button>
        <Button aria-label={t('members.requests.rejectOf', { name })} onPress={() => mutate('reject')}>
          {t('members.requests.reject')}
        </Button>
      </div>
    </li>
  );
}

/** Decides: gone at once, and back when it is refused, as where the group is full. */
function useDecide(request: JoinRequest) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  const queryKey = memberKeys.requests(request.groupId);
  const params = { path: { r: request.id } };
  return useMutation({
    mutationFn: (decision: 'approve' | 'reject') =>
      decision === 'approve'
        ? body(api.groups.POST('/api/v1/join-requests/{r}/approve', { params, body: {} }))
        : body(api.groups.POST('/api/v1/join-requests/{r}/reject', { params, body: {} })),
    onMutate: async () => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<List<JoinRequest>>(queryKey);
      dropRequest(queries, request);
      return before;
    },
    onError: (thrown, _decision, before) => {
      queries.setQueryData(queryKey, before);
      toastFailure(thrown);
    },
    // What was being fetched is not in the list, and what was heard meanwhile is not in the one put back.
    onSettled: () => refetchSoon(queries, queryKey),
  });
}
