import { Suspense, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, Outlet, useHref, useLocation, useNavigate, useNavigationType } from 'react-router';
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
  const { page, content } = useArrival();
  return (
    <RouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      <a className="skip" href="#content">
        {t('app.nav.skip')}
      </a>
      <Header />
      <Banner />
      <main id="content" ref={content} className="content" tabIndex={-1}>
        <Panel of={page}>
          <Suspense fallback={<ListSkeleton />}>
            <Outlet />
          </Suspense>
        </Panel>
      </main>
      <Toasts />
    </RouterProvider>
  );
}

/** On another page the focus goes to its content (`Title` takes it on from there); within a page it stays. */
function useArrival() {
  const content = useRef<HTMLElement>(null);
  const page = useLocation().pathname.split('/').slice(1, 3).join('/');
  const kind = useNavigationType();
  const shown = useRef(page);
  // Before the effects of the page itself.
  useLayoutEffect(() => {
    if (shown.current !== page) {
      shown.current = page;
      content.current?.focus({ preventScroll: true });
      if (kind !== NavigationType.Pop) {
        scrollTo(0, 0);
      }
    }
  }, [page, kind]);
  return { page, content };
}
