import { QueryObserver } from '@tanstack/react-query';
import { queryClient } from './queries';
import { refetch, refetchIfFetching } from './refetch';

const queryKey = ['what', 'is', 'asked'];

function shown() {
  const answers: ((answer: string) => void)[] = [];
  const queries = queryClient();
  const ask = () => new Promise<string>((resolve) => answers.push(resolve));
  new QueryObserver(queries, { queryKey, queryFn: ask }).subscribe(() => undefined);
  const answered = async (at: number) => {
    answers[at]?.(`answer ${at}`);
    await vi.waitFor(() => expect(queries.getQueryData(queryKey)).toBe(`answer ${at}`));
  };
  return { queries, answered, asked: () => answers.length };
}

test.each([refetch, refetchIfFetching])('what is being fetched is fetched once more when its answer is there (%o)', async (again) => {
  const { queries, answered, asked } = shown();
  again(queries, ['what']);
  again(queries, ['what']);
  expect(asked()).toBe(1);
  await answered(0);
  await vi.waitFor(() => expect(asked()).toBe(2));
  await answered(1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked()).toBe(2);
});

test('what has been fetched is fetched anew at once, and where nothing is under way only if it is said to', async () => {
  const { queries, answered, asked } = shown();
  await answered(0);
  refetchIfFetching(queries, ['what']);
  expect(asked()).toBe(1);
  refetch(queries);
  expect(asked()).toBe(2);
});
