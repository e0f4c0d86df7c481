import { type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { couldNotLoad } from './loading';
import { whyRefused } from './refusal';
import { Button } from './Button';
import { ListSkeleton } from './Skeleton';

interface Props {
  /** What it shows; something else is another try. */
  of?: string;
  children: ReactNode;
}

interface State {
  of: string | undefined;
  thrown: unknown;
}

/** A part of a page that breaks by itself, says so and can be tried again. */
export class Panel extends Component<Props, State> {
  override state: State = { of: this.props.of, thrown: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown };
  }

  static getDerivedStateFromProps({ of }: Props, shown: State) {
    return of === shown.of ? null : { of, thrown: null };
  }

  override render() {
    const { thrown } = this.state;
    return thrown === null ? this.props.children : <Broken thrown={thrown} onRetry={() => this.setState({ thrown: null })} />;
  }
}

function Broken({ thrown, onRetry }: { thrown: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return couldNotLoad(thrown) ? (
    <Failure text={t('app.failed.unreachable')} onRetry={() => location.reload()} />
  ) : (
    <Failure text={t('app.failed.broken')} onRetry={onRetry} />
  );
}

function Failure({ text, onRetry }: { text: string; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="notice notice-danger stack-small" role="alert">
      <p>
        <strong>{t('app.failed.title')}</strong>
      </p>
      <p>{text}</p>
      <div>
        <Button onPress={onRetry}>{t('app.retry')}</Button>
      </div>
    </div>
  );
}

type Query<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;

/** What a query answered; until then its outline, and when it failed why, with another try. */
export function Loaded<Data>({ query, children }: { query: Query<Data>; children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error) {
    return <Failure text={whyRefused(query.error)} onRetry={() => void query.refetch()} />;
  }
  return <ListSkeleton />;
}

/** The button below a list that has more pages. */
export function More({ query }: { query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'> }) {
  const { t } = useTranslation();
  if (!query.hasNextPage) {
    return null;
  }
  return (
    <div className="row">
      <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {t('app.more')}
      </Button>
    </div>
  );
}
