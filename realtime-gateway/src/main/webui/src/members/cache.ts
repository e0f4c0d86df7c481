import type { QueryClient } from '@tanstack/react-query';
import { inPages, isIn, type List } from '../api/lists';
import { refetchIfFetching } from '../api/refetch';
import type { GroupPresence, JoinRequest, Member } from '../api/types';
import { memberKeys, type MemberFilter } from './queries';

/** Puts what is different about a member into every list of the group; out of those of another role. */
export function changeMember(queries: QueryClient, g: string, userId: string, change: Partial<Pick<Member, 'role' | 'mutedUntil'>>): void {
  eachList(queries, g, ({ role }) =>
    inPages((members) =>
      members
        .map((member) => (member.userId === userId ? { ...member, ...change } : member))
        .filter((member) => member.userId !== userId || role === null || member.role === role),
    ),
  );
}

export function dropMember(queries: QueryClient, g: string, userId: string): void {
  eachList(queries, g, () => inPages((members) => members.filter((member) => member.userId !== userId)));
  putPresence(queries, g, (now) => counted({ ...now, items: now.items.filter((each) => each.userId !== userId) }, now));
}

/** Appends a new member where the list has its end on the screen; who is searched by name comes with the next search. */
export function addMember(queries: QueryClient, g: string, member: Member): void {
  eachList(queries, g, ({ role, query }) => (list) => {
    const last = list?.pages.at(-1);
    const fits = query === '' && (role === null || role === member.role);
    if (!list || !last || last.next || !fits || isIn(list, (each) => each.userId === member.userId)) {
      return list;
    }
    return { ...list, pages: [...list.pages.slice(0, -1), { ...last, items: [...last.items, member] }] };
  });
}

/** Of a small group the states are known one by one, and counted here; of a large one only their number. */
export function changePresence(queries: QueryClient, g: string, presence: GroupPresence['items'][number]): void {
  putPresence(queries, g, (now) =>
    now.items.length === 0
      ? now
      : counted({ ...now, items: [...now.items.filter((each) => each.userId !== presence.userId), presence] }, now),
  );
}

export function countPresence(queries: QueryClient, g: string, counts: Pick<GroupPresence, 'online' | 'members'>): void {
  putPresence(queries, g, (now) => ({ ...now, ...counts }));
}

function putPresence(queries: QueryClient, g: string, change: (now: GroupPresence) => GroupPresence): void {
  queries.setQueryData<GroupPresence>(memberKeys.presence(g), (now) => now && change(now));
  refetchIfFetching(queries, memberKeys.presence(g));
}

function counted(next: GroupPresence, before: GroupPresence): GroupPresence {
  const small = before.items.length > 0;
  return small ? { ...next, online: next.items.filter(({ state }) => state !== 'OFFLINE').length } : next;
}

export function addRequest(queries: QueryClient, request: JoinRequest): void {
  queries.setQueryData<List<JoinRequest>>(memberKeys.requests(request.groupId), (list) => {
    const last = list?.pages.at(-1);
    if (!list || !last || isIn(list, ({ id }) => id === request.id)) {
      return list;
    }
    return { ...list, pages: [...list.pages.slice(0, -1), { ...last, items: [...last.items, request] }] };
  });
  refetchIfFetching(queries, memberKeys.requests(request.groupId));
}

export function dropRequest(queries: QueryClient, { groupId, id }: Pick<JoinRequest, 'groupId' | 'id'>): void {
  const others = (requests: JoinRequest[]) => requests.filter((request) => request.id !== id);
  queries.setQueryData<List<JoinRequest>>(memberKeys.requests(groupId), inPages(others));
  queries.setQueryData<JoinRequest[]>(memberKeys.ownRequests, (own) => own && others(own));
  refetchIfFetching(queries, memberKeys.requests(groupId));
  refetchIfFetching(queries, memberKeys.ownRequests);
}

function eachList(
  queries: QueryClient,
  g: string,
  change: (filter: MemberFilter) => (list: List<Member> | undefined) => List<Member> | undefined,
): void {
  for (const [key] of queries.getQueriesData<List<Member>>({ queryKey: memberKeys.lists(g) })) {
    queries.setQueryData<List<Member>>(key, change(key[3] as MemberFilter));
  }
  refetchIfFetching(queries, memberKeys.lists(g));
}
