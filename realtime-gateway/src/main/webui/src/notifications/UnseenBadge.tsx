export function UnseenBadge() {
  return null;
}
