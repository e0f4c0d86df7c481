import DataLoader from 'dataloader';
import { type Api, body } from '../api/api';
import type { Person } from '../api/types';

const AT_ONCE = 100;

/** People by their ids; those asked for at the same time share a request. Somebody unknown is null. */
export class Directory {
  private readonly loader: DataLoader<string, Person | null>;

  constructor(groups: Api['groups']) {
    this.loader = new DataLoader((ids) => load(groups, ids), {
      maxBatchSize: AT_ONCE,
      cache: false,
      batchScheduleFn: (done) => setTimeout(done, 10),
    });
  }

  person(id: string): Promise<Person | null> {
    return this.loader.load(id);
  }
}

async function load(groups: Api['groups'], ids: readonly string[]): Promise<(Person | null)[]> {
  const unique = [...new Set(ids)];
  const page = await body(
    groups.GET('/api/v1/people', { params: { query: { ids: unique.join(','), limit: AT_ONCE } } }),
  );
  const found = new Map(page.items.map((person) => [person.id, person]));
  return ids.map((id) => found.get(id) ?? null);
}
