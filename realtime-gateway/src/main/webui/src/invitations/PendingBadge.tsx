export function PendingBadge() {
  return null;
}
