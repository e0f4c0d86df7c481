import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/NotFound';
import { useConvoke } from '../app/convoke';
import { Loaded } from '../ui/Panel';
import { GroupGone } from './GroupGone';
import { GroupHead } from './GroupHead';
import { GroupParts } from './GroupParts';
import { groupById, groupEnd } from './queries';

/** One group: its head, and its parts under addresses of their own. Where it ends while it is looked at, that is said. */
export default function GroupPage() {
  const { groupId = '' } = useParams();
  const { data: end } = useQuery(groupEnd(groupId));
  return end ? <GroupGone groupId={groupId} end={end} /> : <SeenGroup key={groupId} groupId={groupId} />;
}

function SeenGroup({ groupId }: { groupId: string }) {
  const { api, live } = useConvoke();
  const query = useQuery(groupById(api, groupId));
  useEffect(() => {
    live.look(groupId);
    return () => live.look(null);
  }, [live, groupId]);
  if (query.error && [400, 404].includes(asProblem(query.error).status)) {
    return <NotFound />;
  }
  return (
    <Loaded query={query}>
      {({ group }) => (
        <div className="stack">
          <GroupHead group={group} />
          <GroupParts group={group} />
        </div>
      )}
    </Loaded>
  );
}
