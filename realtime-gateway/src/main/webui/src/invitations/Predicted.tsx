import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prediction } from '../api/types';
import { Button } from '../ui/Button';
import { OutcomeCounts, OutcomeList } from './Outcomes';

const STEP = 20;

/** What would become of each if it were sent now. */
export function Predicted({ prediction }: { prediction: Prediction }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(STEP);
  const title = useRef<HTMLHeadingElement>(null);
  // It is below what was asked with, perhaps out of sight.
  useEffect(() => title.current?.focus(), [prediction]);
  return (
    <section className="stack-small" aria-labelledby="predicted">
      <h3 id="predicted" ref={title} tabIndex={-1}>{t('invitations.predicted')}</h3>
      <div role="status">
        <OutcomeCounts counts={prediction} />
      </div>
      <OutcomeList items={prediction.items.slice(0, shown)} />
      {shown < prediction.items.length && (
        <div>
          <Button onPress={() => setShown(shown + STEP)}>{t('app.more')}</Button>
        </div>
      )}
    </section>
  );
}
