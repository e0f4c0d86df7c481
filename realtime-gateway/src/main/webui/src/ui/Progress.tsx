import { Label, ProgressBar } from 'react-aria-components';

/** How far something has come; its label is told to screen readers as it changes. */
export function Progress({ label, value, total }: { label: string; value: number; total: number }) {
  return (
    <ProgressBar className="progress" value={value} maxValue={Math.max(total, 1)}>
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <div className="progress-track">
            <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
