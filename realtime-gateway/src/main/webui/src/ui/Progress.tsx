import { Label, ProgressBar } from 'react-aria-components';

/** How far something has come, in words and as a bar. Told to whoever asks: it announces nothing by itself. */
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
