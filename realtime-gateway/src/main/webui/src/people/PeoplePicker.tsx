import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { ComboBox, Input, type Key, Label, ListBox, ListBoxItem, Popover, Tag, TagGroup, TagList } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import type { Person } from '../api/types';
import { LastSeen } from '../presence/LastSeen';
import { PresenceIndicator } from '../presence/PresenceIndicator';
import { Button } from '../ui/Button';
import { useDebounced } from '../ui/useDebounced';
import { peopleFound } from './search';
import './PeoplePicker.css';

const PAUSE = 250;

interface Props {
  label: string;
  chosen: Person[];
  onChange: (chosen: Person[]) => void;
}

/** Finds people by their names and gathers those who are chosen, as tags that can be removed. */
export function PeoplePicker({ label, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const { api, session } = useConvoke();
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed.trim(), PAUSE);
  const { data, isFetching, isError } = useQuery(peopleFound(api, query));
  const found = typed.trim() && query ? (data ?? []).filter((person) => person.id !== session.userId) : [];
  const said = isError ? 'failed' : isFetching || query !== typed.trim() ? 'searching' : 'nobody';
  const choose = (keys: Key[]) => {
    const known = new Map([...chosen, ...found].map((person) => [person.id, person]));
    if (keys.length > chosen.length) {
      setTyped('');
    }
    onChange(keys.flatMap((key) => known.get(String(key)) ?? []));
  };
  return (
    <div className="stack-small">
      <ComboBox
        className="field"
        selectionMode="multiple"
        items={found}
        value={chosen.map((person) => person.id)}
        onChange={choose}
        inputValue={typed}
        onInputChange={setTyped}
        allowsCustomValue
        // It says what it finds, and is not in the way once somebody has been chosen.
        allowsEmptyCollection={typed.trim() !== ''}
      >
        <Label>{label}</Label>
        <Input className="input" placeholder={t('invitations.picker.placeholder')} />
        <Popover className="popover people-found">
          <ListBox<Person> className="people-options" renderEmptyState={() => <p className="option muted">{t(`invitations.picker.${said}`)}</p>}>
            {(person) => <Option person={person} />}
          </ListBox>
        </Popover>
      </ComboBox>
      <Chosen chosen={chosen} onChange={onChange} />
    </div>
  );
}

function Option({ person }: { person: Person }) {
  return (
    <ListBoxItem id={person.id} className="option" textValue={person.name}>
      {({ isSelected }) => (
        <>
          <PresenceIndicator userId={person.id} />
          <span className="grow">
            <bdi>{person.name}</bdi> <bdi className="muted small">@{person.username}</bdi>
            <span className="muted small">
              <LastSeen userId={person.id} />
            </span>
          </span>
          {isSelected && <Check size={16} aria-hidden />}
        </>
      )}
    </ListBoxItem>
  );
}

function Chosen({ chosen, onChange }: Omit<Props, 'label'>) {
  const { t } = useTranslation();
  return (
    <TagGroup
      aria-label={t('invitations.picker.chosen')}
      onRemove={(keys) => onChange(chosen.filter((person) => !keys.has(person.id)))}
    >
      <TagList className="tags" items={chosen} renderEmptyState={() => null}>
        {(person) => (
          <Tag className="tag" textValue={person.name}>
            <bdi>{person.name}</bdi>
            <Button slot="remove" kind="quiet" icon>
              <X size={16} aria-hidden />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
