import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/NotFound';
import { Title } from '../app/Title';
import { useConvoke } from '../app/convoke';
import { useFocusWhenShown } from '../ui/focus';
import { Loaded } from '../ui/Panel';
import { InvitationCard } from './InvitationLine';
import { invitationById } from './queries';

/** One invitation under its own address, for whom it concerns. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { invitationId = '' } = useParams();
  const query = useQuery(invitationById(api, invitationId));
  const card = useRef<HTMLDivElement>(null);
  const focusCard = useFocusWhenShown(card);
  if (query.error && [400, 404].includes(asProblem(query.error).status)) {
    return <NotFound />;
  }
  return (
    <div className="stack">
      <Title>{t('invitations.title')}</Title>
      <Loaded query={query}>
        {(invitation) => (
          <div className="card row" ref={card} tabIndex={-1}>
            <InvitationCard invitation={invitation} onDecided={focusCard} />
          </div>
        )}
      </Loaded>
      <p>
        <Link to="/invitations">{t('invitations.all')}</Link>
      </p>
    </div>
  );
}
