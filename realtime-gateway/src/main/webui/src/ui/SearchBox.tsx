import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

const PAUSE = 300;
/** The services take no longer ones. */
const LONGEST = 100;

/** A search that is told when the typing pauses. It takes a value from outside only while nobody types in it. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (query: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  const [focused, setFocused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (value !== given) {
    setGiven(value);
    if (!focused) {
      setTyped(value);
    }
  }
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim()), PAUSE);
  };
  return (
    <SearchField className="field search" value={typed} onChange={type} onFocusChange={setFocused}>
      <Label>{label}</Label>
      <div className="search-box">
        <Input className="input" maxLength={LONGEST} />
        <Button kind="quiet" icon aria-label={t('app.clear')}>
          <X size={18} aria-hidden />
        </Button>
      </div>
    </SearchField>
  );
}
