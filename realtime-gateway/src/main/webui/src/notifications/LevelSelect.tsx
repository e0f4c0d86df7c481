export function LevelSelect(_props: { groupId: string }) {
  return null;
}
