export default function InvitationsPage() {
  return <p>InvitationsPage</p>;
}
