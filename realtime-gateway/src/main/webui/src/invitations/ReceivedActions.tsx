import { ChevronDown } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../api/types';
import { Button } from '../ui/Button';
import { whyRefused } from '../ui/refusal';
import { SCOPES, useAccept, useDecline } from './decide';

/** The answer to an invitation; a refusal is said below it, and it can be tried again. */
export function ReceivedActions({ invitation, onDecided }: { invitation: Invitation; onDecided: () => void }) {
  const { t } = useTranslation();
  const accept = useAccept(invitation);
  const decline = useDecline(invitation);
  if (invitation.status !== 'PENDING') {
    return null;
  }
  const thrown = accept.error ?? decline.error;
  return (
    <>
      <div className="row">
        <Button
          kind="primary"
          aria-label={t('invitations.acceptOf', { group: invitation.group.name })}
          onPress={() => {
            onDecided();
            decline.reset();
            accept.mutate();
          }}
        >
          {t('invitations.accept')}
        </Button>
        <MenuTrigger>
          <Button aria-label={t('invitations.declineOf', { group: invitation.group.name })}>
            {t('invitations.decline')}
            <ChevronDown size={16} aria-hidden />
          </Button>
          <Popover className="popover">
            <Menu>
              {SCOPES.map((scope) => (
                <MenuItem
                  key={scope}
                  className="option"
                  onAction={() => {
                    onDecided();
                    accept.reset();
                    decline.mutate(scope);
                  }}
                >
                  {t(`invitations.scope.${scope}`)}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      {thrown && (
        <p className="field-error invitation-refusal" role="alert">
          {whyRefused(thrown)}
        </p>
      )}
    </>
  );
}
