export function LinksPanel(_props: { groupId: string }) {
  return null;
}
