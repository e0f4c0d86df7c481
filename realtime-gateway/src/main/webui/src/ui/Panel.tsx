import { QueryErrorResetBoundary, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { Button } from './Button';
import { ListSkeleton } from './Skeleton';

/** A part of a page that fails by itself, says so and can be tried again. */
export function Panel({ children }: { children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>{({ reset }) => <Boundary onRetry={reset}>{children}</Boundary>}</QueryErrorResetBoundary>
  );
}

interface Props {
  onRetry: () => void;
  children: ReactNode;
}

class Boundary extends Component<Props, { thrown: unknown }> {
  override state = { thrown: null as unknown };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown };
  }

  override render() {
    if (this.state.thrown === null) {
      return this.props.children;
    }
    return <Failure thrown={this.state.thrown} onRetry={this.retry} />;
  }

  private readonly retry = () => {
    this.props.onRetry();
    this.setState({ thrown: null });
  };
}

export function Failure({ thrown, onRetry }: { thrown: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="notice notice-danger stack-small" role="alert">
      <p>
        <strong>{t('app.failed.title')}</strong>
      </p>
      <p>{asProblem(thrown).detail || t('app.failed.unreachable')}</p>
      <div>
        <Button onPress={onRetry}>{t('app.retry')}</Button>
      </div>
    </div>
  );
}

type Query<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;

/** What a query answered; until then its outline, and when it failed why, with another try. */
export function Loaded<Data>({ query, waiting, children }: { query: Query<Data>; waiting?: ReactNode; children: (data: Data) => ReactNode }) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.error) {
    return <Failure thrown={query.error} onRetry={() => void query.refetch()} />;
  }
  return waiting ?? <ListSkeleton />;
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
