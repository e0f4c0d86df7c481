import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useNavigate, useHref } from 'react-router';
import { RouterProvider } from 'react-aria-components';
import { Panel } from '../ui/Panel';
import { ListSkeleton } from '../ui/Skeleton';
import { Toasts } from '../ui/Toasts';
import { Banner } from './Banner';
import { Header } from './Header';
import './shell.css';

/** What surrounds every page. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <RouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      <a className="skip" href="#content">
        {t('app.nav.skip')}
      </a>
      <Header />
      <Banner />
      <main id="content" className="content" tabIndex={-1}>
        <Panel>
          <Suspense fallback={<ListSkeleton />}>
            <Outlet />
          </Suspense>
        </Panel>
      </main>
      <Toasts />
    </RouterProvider>
  );
}
