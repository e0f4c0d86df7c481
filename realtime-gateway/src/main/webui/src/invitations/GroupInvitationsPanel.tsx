export function GroupInvitationsPanel(_props: { groupId: string }) {
  return null;
}
