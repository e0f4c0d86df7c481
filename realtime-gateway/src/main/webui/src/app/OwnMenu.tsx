import { Check } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { usePerson } from '../people/usePerson';
import { PresenceDot } from '../presence/PresenceIndicator';
import { CHOICES, useOwnPresence } from '../presence/useOwnPresence';
import { Avatar } from '../ui/Avatar';
import { useConvoke } from './convoke';

/** Oneself: how one appears to others, and the way out. */
export function OwnMenu() {
  const { t } = useTranslation();
  const { session } = useConvoke();
  const person = usePerson(session.userId);
  const own = useOwnPresence();
  return (
    <MenuTrigger>
      <Button className="own" aria-label={t('app.nav.me')}>
        <Avatar name={person?.name ?? '·'}>
          <PresenceDot state={own.state} />
        </Avatar>
      </Button>
      <Popover className="popover">
        <Menu>
          <MenuSection selectionMode="single" selectedKeys={[own.state ?? '']}>
            <Header className="option muted small">{person?.name ?? t('app.you')}</Header>
            {CHOICES.map((choice) => (
              <MenuItem key={choice} id={choice} className="option" onAction={() => own.choose(choice)}>
                {({ isSelected }) => (
                  <>
                    <PresenceDot state={choice} />
                    <span className="grow">{t(`presence.${choice}`)}</span>
                    {isSelected && <Check size={16} aria-hidden />}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator />
          <MenuItem className="option" href="/settings">
            {t('app.nav.settings')}
          </MenuItem>
          <MenuItem className="option" onAction={() => void session.signOut()}>
            {t('app.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
