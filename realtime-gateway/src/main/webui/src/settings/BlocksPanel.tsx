import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Api } from '../api/api';
import { inPages, type List } from '../api/lists';
import { refetchSoon } from '../api/queries';
import type { Block } from '../api/types';
import { useConvoke } from '../app/convoke';
import { groupById } from '../groups/queries';
import { PersonLine } from '../people/Person';
import { useName } from '../people/Name';
import { Button } from '../ui/Button';
import { focusNeighbour } from '../ui/focus';
import { Loaded, More } from '../ui/Panel';
import { Time } from '../ui/Time';
import { toastFailure } from '../ui/toasts';
import { blocks, settingsKeys } from './queries';

/** Whom one has blocked, and the way to let them invite again. */
export function BlocksPanel() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(blocks(api));
  return (
    <>
      <h2>{t('settings.blocks.title')}</h2>
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <p className="muted">{t('settings.blocks.none')}</p>
          ) : (
            <ul className="list">
              {items.map((block) => (
                <li key={keyOf(block)}>
                  {block.userId === null ? <BlockedGroup block={block} /> : <BlockedPerson block={block} userId={block.userId} />}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
}

function BlockedPerson({ block, userId }: { block: Block; userId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PersonLine id={userId}>
        {t('settings.blocks.since')} <Time at={block.createdAt} />
      </PersonLine>
      <Unblock block={block} name={useName(userId)} />
    </>
  );
}

function BlockedGroup({ block }: { block: Block }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { data } = useQuery(groupById(api, block.groupId ?? ''));
  const name = data?.group.name ?? t('settings.blocks.group');
  return (
    <>
      <div className="grow">
        <strong>{name}</strong>
        <div className="muted small">
          {t('settings.blocks.since')} <Time at={block.createdAt} />
        </div>
      </div>
      <Unblock block={block} name={name} />
    </>
  );
}

function Unblock({ block, name }: { block: Block; name: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const queryKey = settingsKeys.blocks;
  const { mutate } = useMutation({
    mutationFn: () => unblock(api, block),
    onMutate: async () => {
      focusNeighbour();
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<List<Block>>(queryKey);
      queries.setQueryData<List<Block>>(queryKey, without(block));
      return before;
    },
    onError: (thrown, _nothing, before) => {
      queries.setQueryData(queryKey, before);
      toastFailure(thrown);
    },
    onSettled: () => refetchSoon(queries, queryKey),
  });
  return (
    <Button aria-label={t('settings.blocks.unblockOf', { name })} onPress={() => mutate()}>
      {t('settings.blocks.unblock')}
    </Button>
  );
}

async function unblock({ invitations }: Api, { userId, groupId }: Block): Promise<void> {
  if (userId !== null) {
    await invitations.DELETE('/api/v1/invitation-blocks/users/{userId}', { params: { path: { userId } } });
  } else if (groupId !== null) {
    await invitations.DELETE('/api/v1/invitation-blocks/groups/{groupId}', { params: { path: { groupId } } });
  }
}

function without(block: Block) {
  const gone = keyOf(block);
  return inPages<Block>((items) => items.filter((each) => keyOf(each) !== gone));
}

function keyOf({ kind, userId, groupId }: Block): string {
  return `${kind} ${userId ?? groupId ?? ''}`;
}
