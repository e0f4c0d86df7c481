import { useQuery } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { useConvoke } from '../app/convoke';
import { aGroup, serve } from '../test/groups';
import { renderPage } from '../test/render';
import { server } from '../test/server';
import { GroupEnding } from './GroupEnding';
import { groupById } from './queries';

function Ending() {
  const { api } = useConvoke();
  const { data } = useQuery(groupById(api, 'g1'));
  return data && <GroupEnding group={data.group} />;
}

test('a group is archived and taken out again without losing the focus', async () => {
  const group = aGroup({ myRole: 'OWNER' });
  serve({ group });
  const put = (archived: boolean) => () => {
    serve({ group: { ...group, archived } });
    return HttpResponse.json({ ...group, archived });
  };
  server.use(http.post('*/api/v1/groups/g1/archive', put(true)), http.post('*/api/v1/groups/g1/unarchive', put(false)));
  const { user } = renderPage(<Ending />);
  await user.click(await screen.findByRole('button', { name: 'Archive' }));
  await user.click(within(await screen.findByRole('alertdialog', { name: 'Archive Chess?' })).getByRole('button', { name: 'Archive' }));
  const back = await screen.findByRole('button', { name: 'Take out of the archive' });
  await waitFor(() => expect(back).toHaveFocus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Archive' })).toHaveFocus());
});
