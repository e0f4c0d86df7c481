import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { GroupPresence, JoinRequest, Member, Page } from '../api/types';
import { inPages } from '../groups/cache';
import { memberKeys, type MemberFilter } from './queries';

type Members = InfiniteData<Page<Member>>;

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
  queries.setQueryData<GroupPresence>(
    memberKeys.presence(g),
    (now) => now && counted({ ...now, items: now.items.filter((each) => each.userId !== userId) }, now),
  );
}

/** Appends a new member where the list has its end on the screen; who is searched by name comes with the next search. */
export function addMember(queries: QueryClient, g: string, member: Member): void {
  eachList(queries, g, ({ role, query }) => (list) => {
    const last = list?.pages.at(-1);
    const fits = query === '' && (role === null || role === member.role);
    if (!list || !last || last.next || !fits || list.pages.some((page) => page.items.some((each) => each.userId === member.userId))) {
      return list;
    }
    return { ...list, pages: [...list.pages.slice(0, -1), { ...last, items: [...last.items, member] }] };
  });
}

/** Of a small group the states are known one by one, and counted here; of a large one only their number. */
export function changePresence(queries: QueryClient, g: string, presence: GroupPresence['items'][number]): void {
  queries.setQueryData<GroupPresence>(memberKeys.presence(g), (now) => {
    if (!now || now.items.length === 0) {
      return now;
    }
    return counted({ ...now, items: [...now.items.filter((each) => each.userId !== presence.userId), presence] }, now);
  });
}

function counted(next: GroupPresence, before: GroupPresence): GroupPresence {
  const small = before.items.length > 0;
  return small ? { ...next, online: next.items.filter(({ state }) => state !== 'OFFLINE').length } : next;
}

export function addRequest(queries: QueryClient, request: JoinRequest): void {
  queries.setQueryData<InfiniteData<Page<JoinRequest>>>(memberKeys.requests(request.groupId), (list) => {
    const last = list?.pages.at(-1);
    if (!list || !last || list.pages.some((page) => page.items.some(({ id }) => id === request.id))) {
      return list;
    }
    return { ...list, pages: [...list.pages.slice(0, -1), { ...last, items: [...last.items, request] }] };
  });
}

export function dropRequest(queries: QueryClient, { groupId, id }: Pick<JoinRequest, 'groupId' | 'id'>): void {
  const others = (requests: JoinRequest[]) => requests.filter((request) => request.id !== id);
  queries.setQueryData<InfiniteData<Page<JoinRequest>>>(memberKeys.requests(groupId), inPages(others));
  queries.setQueryData<JoinRequest[]>(memberKeys.ownRequests, (own) => own && others(own));
}

function eachList(queries: QueryClient, g: string, change: (filter: MemberFilter) => (list: Members | undefined) => Members | undefined): void {
  for (const [key] of queries.getQueriesData<Members>({ queryKey: memberKeys.lists(g) })) {
    queries.setQueryData<Members>(key, change(key[3] as MemberFilter));
  }
}
